package unroll.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A library for Python, by a script in docs/benchmarks/peers that does the work in the fastest way that was found there.
 *
 * @param title what the table calls it, with its version
 * @param script by which it does the work
 * @param python the command that starts a Python which has the library
 */
record PythonPeer(String title, Path script, String python) implements Contender {
    private static final Path SCRIPTS = Path.of("docs", "benchmarks", "peers");

    /** A library that can be a peer: PyTorch, Keras on TensorFlow, JAX. */
    enum Library {
        TORCH("PyTorch", "torch"),
        KERAS("Keras", "keras"),
        JAX("JAX", "jax");

        private final String title;
        private final String module;

        Library(String title, String module) {
            this.title = title;
            this.module = module;
        }

        /**
         * The library in its own environment, or else in the {@code python3} on the path.
         *
         * @param environments folder of Python environments, each named for its module: torch, keras, jax
         * @throws SuiteException where neither has it
         */
        PythonPeer in(Path environments) {
            List<String> pythons = new ArrayList<>();
            Path own = environments.resolve(module).resolve("bin").resolve("python");
            if (Files.isExecutable(own)) {
                pythons.add(own.toString());
            }
            pythons.add("python3");
            for (String python : pythons) {
                try {
                    String ask = "import %1$s; print(%1$s.__version__)".formatted(module);
                    List<String> lines = new Child(List.of(python, "-c", ask)).lines();
                    String version = lines.get(lines.size() - 1);
                    return new PythonPeer(title + " " + version, SCRIPTS.resolve(module + "_peer.py"), python);
                } catch (SuiteException notHere) {
                    // The next one may have it.
                }
            }
            throw new SuiteException(
                    "%s is left out: neither %s nor python3 can import %s.".formatted(title, own, module));
        }
    }

    @Override
    public String name() {
        return title;
    }

    @Override
    public Child process(Measurement measurement) {
        Work work = measurement.work();
        return new Child(List.of(
                python,
                script.toString(),
                measurement.part().title(),
                work.cell(),
                "" + work.hidden(),
                "" + work.layers(),
                "" + work.batch(),
                "" + work.window(),
                "" + measurement.threads(),
                "" + measurement.count()));
    }
}
