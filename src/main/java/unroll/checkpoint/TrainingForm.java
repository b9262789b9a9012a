package unroll.checkpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.message.ProblemException;
import unroll.train.TrainingConfig;

/**
 * The settings of a run as JSON. Settings that the program did not have from the beginning are numbers for which 0 is off;
 * they are written only where they are not 0. So files of before they came can be read, and files that do not use them by
 * programs of before they came.
 */
final class TrainingForm {
    private static final Set<String> ALWAYS = Set.of(
            "batch",
            "window",
            "optimizer",
            "learningRate",
            "schedule",
            "clipping",
            "seed",
            "threads",
            "maxSteps",
            "validateEvery",
            "sampleEvery",
            "patience");

    private static final Set<String> KNOWN = Stream.of(TrainingConfig.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private TrainingForm() {}

    static String write(TrainingConfig config) {
        ObjectNode json = MetadataJson.read(MetadataJson.write(config), ObjectNode.class);
        json.properties()
                .removeIf(setting ->
                        !ALWAYS.contains(setting.getKey()) && setting.getValue().asDouble() == 0);
        return json.toString();
    }

    /** @throws ProblemException where these are no settings of a run */
    static TrainingConfig read(String text) {
        ObjectNode json = MetadataJson.read(text, ObjectNode.class);
        KNOWN.stream().filter(name -> !ALWAYS.contains(name) && !json.has(name)).forEach(name -> json.put(name, 0));
        return MetadataJson.read(json.toString(), TrainingConfig.class);
    }

    /** Whether there is a setting that this program does not know, because a newer one wrote it. */
    static boolean isNewer(String text) {
        return MetadataJson.read(text, ObjectNode.class).properties().stream()
                .anyMatch(setting -> !KNOWN.contains(setting.getKey()));
    }
}
