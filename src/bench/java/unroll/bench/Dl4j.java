package unroll.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.bench.dl4j.Dl4jPeer;

/**
 * DL4J, whose classes and natives are on the class path of no other process. It is built on the same ND4J as Unroll, so
 * the natives beside OpenBLAS are the program's.
 */
enum Dl4j {
    /** With the OpenBLAS it brings along and as many threads as it likes. */
    AS_SHIPPED("as shipped"),
    /** With our OpenBLAS and one OpenMP thread. */
    AT_ITS_BEST("our OpenBLAS, one OpenMP thread");

    private final String flavor;

    Dl4j(String flavor) {
        this.flavor = flavor;
    }

    Contender in(Build build) {
        return new InBuild(build, this);
    }

    private record InBuild(Build build, Dl4j flavor) implements Contender {
        @Override
        public String name() {
            return "DL4J %s, %s".formatted(build.dl4jVersion(), flavor.flavor);
        }

        @Override
        public int slowness(Measurement.Part part) {
            return 5;
        }

        @Override
        public Child process(Measurement measurement) {
            Work work = measurement.work();
            List<String> command = build.java(
                    "-cp",
                    classPath(),
                    Dl4jPeer.class.getName(),
                    "" + work.hidden(),
                    "" + work.layers(),
                    "" + work.batch(),
                    "" + work.window(),
                    "" + measurement.count());
            return new Child(command, flavor == AT_ITS_BEST ? Map.of("OMP_NUM_THREADS", "1") : Map.of());
        }

        private String classPath() {
            Stream<Path> blas = flavor == AS_SHIPPED ? build.jars("dl4j-blas") : Stream.of();
            Stream<Path> ours = build.jars("lib").filter(jar -> flavor == AT_ITS_BEST || !isBlas(jar));
            return Stream.of(Stream.of(build.classes()), blas, build.jars("bench-lib"), ours)
                    .flatMap(paths -> paths)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }

        private static boolean isBlas(Path jar) {
            String name = jar.getFileName().toString();
            return name.startsWith("openblas") || name.startsWith("javacpp");
        }
    }
}
