package unroll.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.bench.Measurement.Part;
import unroll.bench.dl4j.Dl4jPeer;

/**
 * DL4J with the OpenBLAS that Unroll brings along and one OpenMP thread, which is the fastest of its ways: as shipped it takes 276 to 800
 * milliseconds where it so takes 147 to 208. Its classes are on the class path of no other process. It is built on the same ND4J as
 * Unroll, so its natives are the program's.
 */
record Dl4j(Build build) implements Contender {
    @Override
    public String name() {
        return "DL4J " + build.dl4jVersion();
    }

    @Override
    public int slowness() {
        return 5;
    }

    /** LSTMs on one thread. */
    @Override
    public boolean does(Measurement measurement) {
        return measurement.part() == Part.TRAINING
                && measurement.threads() == 1
                && measurement.work().cell().equals("lstm")
                && measurement.work().hidden() <= 128;
    }

    @Override
    public Child process(Measurement measurement) {
        Work work = measurement.work();
        String classPath = Stream.of(Stream.of(build.classes()), build.jars("bench-lib"), build.jars("lib"))
                .flatMap(paths -> paths)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = build.java(
                "-cp",
                classPath,
                Dl4jPeer.class.getName(),
                "" + work.hidden(),
                "" + work.layers(),
                "" + work.batch(),
                "" + work.window(),
                "" + measurement.count());
        return new Child(command, Map.of("OMP_NUM_THREADS", "1"));
    }
}
