package unroll.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the JMH benchmarks in {@code unroll.bench.kernels}. */
@Command(
        name = "kernels",
        mixinStandardHelpOptions = true,
        description = {
            "Measure products, activations, a training step and a sampled character with JMH.",
            "What follows \"--\" goes to JMH, for example: kernels -- Product -f 1"
        })
final class KernelsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ARGUMENT", description = "For JMH (default: all benchmarks).")
    private List<String> arguments = List.of();

    @Override
    public Integer call() {
        Build build = Build.here();
        List<String> command = new ArrayList<>(build.java("-cp", build.suite().toString(), "org.openjdk.jmh.Main"));
        command.addAll(arguments);
        return new Child(command).show();
    }
}
