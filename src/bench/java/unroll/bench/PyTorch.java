package unroll.bench;

import java.util.List;

/** PyTorch by docs/benchmarks/torch_peer.py. */
record PyTorch(String python, String version) implements Contender {
    private static final String SCRIPT = "docs/benchmarks/torch_peer.py";

    /**
     * @param python the command that starts Python
     * @throws SuiteException where there is no Python or no PyTorch
     */
    static PyTorch of(String python) {
        try {
            List<String> lines = new Child(List.of(python, "-c", "import torch; print(torch.__version__)")).lines();
            return new PyTorch(python, lines.get(lines.size() - 1));
        } catch (SuiteException e) {
            throw new SuiteException(
                    "PyTorch is left out: \"%s\" cannot import torch; install PyTorch, or name another Python with --python."
                            .formatted(python),
                    e);
        }
    }

    @Override
    public String name() {
        return "PyTorch " + version;
    }

    @Override
    public int slowness(Measurement.Part part) {
        return part == Measurement.Part.SAMPLING ? 5 : 1;
    }

    @Override
    public Child process(Measurement measurement) {
        Work work = measurement.work();
        return new Child(List.of(
                python,
                SCRIPT,
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
