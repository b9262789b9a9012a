package unroll.bench;

import java.util.ArrayList;
import java.util.List;

/** This program, as {@code bench} measures it. */
record UnrollProgram(Build build) implements Contender {
    @Override
    public String name() {
        return "Unroll";
    }

    @Override
    public Child process(Measurement measurement) {
        Work work = measurement.work();
        List<String> command =
                new ArrayList<>(build.java("-jar", build.program().toString(), "bench"));
        command.addAll(List.of("--cell", work.cell()));
        command.addAll(List.of("--hidden", "" + work.hidden(), "--layers", "" + work.layers()));
        command.addAll(List.of("--batch", "" + work.batch(), "--window", "" + work.window()));
        command.addAll(List.of("--vocabulary", "" + Work.VOCABULARY, "--threads", "" + measurement.threads()));
        command.addAll(List.of("--only", measurement.part().title()));
        switch (measurement.part()) {
            case TRAINING ->
                command.addAll(List.of("--steps", "" + measurement.count(), "--warm-up", "" + measurement.warmUp()));
            case SAMPLING -> command.addAll(List.of("--characters", "" + measurement.count()));
        }
        return new Child(command);
    }
}
