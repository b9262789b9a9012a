package unroll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import unroll.task.score.ConfusionMatrix;
import unroll.task.score.Ratio;
import unroll.task.score.TaskScore;
import unroll.train.Evaluation;

/** A measurement as JSON; what a task does not have is left out. */
final class EvaluationJson {
    private EvaluationJson() {}

    static ObjectNode of(Evaluation evaluation) {
        TaskScore score = evaluation.score();
        ObjectNode result = JsonOutput.object();
        JsonOutput.put(result, "loss", evaluation.loss());
        JsonOutput.put(result, "bitsPerCharacter", evaluation.bitsPerCharacter());
        JsonOutput.put(result, "perplexity", evaluation.perplexity());
        result.put("characters", evaluation.characters());
        put(result, "accuracy", score.accuracy());
        put(result, "exactMatch", score.exactMatch());
        put(result, "restored", score.restored());
        if (!score.byPlace().isEmpty()) {
            result.set("accuracyByPlace", shares(result, score.byPlace()));
        }
        score.confusion().ifPresent(matrix -> result.set("confusion", confusion(matrix)));
        return result;
    }

    private static void put(ObjectNode result, String name, Ratio share) {
        if (share.asked() > 0) {
            JsonOutput.put(result, name, share.value());
        }
    }

    private static ArrayNode shares(ObjectNode result, List<Ratio> shares) {
        ArrayNode array = result.arrayNode();
        shares.forEach(share -> {
            if (share.asked() > 0) {
                array.add(share.value());
            } else {
                array.addNull();
            }
        });
        return array;
    }

    /** A row for each right label, a column for each predicted one. */
    private static ObjectNode confusion(ConfusionMatrix matrix) {
        ObjectNode confusion = JsonOutput.object();
        JsonOutput.put(confusion, "macroAccuracy", matrix.macroAccuracy());
        ArrayNode labels = confusion.putArray("labels");
        matrix.labels().forEach(labels::add);
        ArrayNode rows = confusion.putArray("counts");
        for (int right = 0; right < matrix.labels().size(); right++) {
            ArrayNode row = rows.addArray();
            for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
                row.add(matrix.count(right, predicted));
            }
        }
        return confusion;
    }
}
