package unroll.session.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** Curves as JSON: for each curve its width and its buckets, a bucket as its seven numbers. Trusts nothing it reads. */
record CurvesJson(
        Curve trainLoss, Curve gradientNorm, Curve validationLoss, Curve accuracy, Curve exactMatch, Curve realWords) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NUMBERS = 7;

    /** A curve that was read and found whole. */
    record Curve(long width, List<Buckets.Bucket> buckets) {
        void into(Buckets target) {
            target.restore(width, buckets);
        }
    }

    static String write(
            Buckets trainLoss,
            Buckets gradientNorm,
            Buckets validationLoss,
            Buckets accuracy,
            Buckets exactMatch,
            Buckets realWords) {
        ObjectNode root = JSON.createObjectNode();
        root.set("trainLoss", curve(trainLoss));
        root.set("gradientNorm", curve(gradientNorm));
        root.set("validationLoss", curve(validationLoss));
        root.set("accuracy", curve(accuracy));
        root.set("exactMatch", curve(exactMatch));
        root.set("realWords", curve(realWords));
        return root.toString();
    }

    private static ObjectNode curve(Buckets curve) {
        ObjectNode node = JSON.createObjectNode().put("width", curve.width());
        ArrayNode rows = node.putArray("buckets");
        for (Buckets.Bucket bucket : curve.list()) {
            rows.addArray()
                    .add(bucket.step())
                    .add(bucket.epoch())
                    .add(bucket.seconds())
                    .add(bucket.count())
                    .add(bucket.sum())
                    .add(bucket.low())
                    .add(bucket.high());
        }
        return node;
    }

    static CurvesJson read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return new CurvesJson(
                    curve(root.path("trainLoss")),
                    curve(root.path("gradientNorm")),
                    curve(root.path("validationLoss")),
                    curveIfThere(root.path("accuracy")),
                    curveIfThere(root.path("exactMatch")),
                    curveIfThere(root.path("realWords")));
        } catch (JsonProcessingException e) {
            throw damaged("they are not JSON", e);
        }
    }

    /** Older files have no such curve. */
    private static Curve curveIfThere(JsonNode node) {
        return node.isMissingNode() ? new Curve(1, List.of()) : curve(node);
    }

    private static Curve curve(JsonNode node) {
        long width = node.path("width").asLong(0);
        JsonNode rows = node.path("buckets");
        if (width < 1 || Long.bitCount(width) != 1 || !rows.isArray() || rows.size() > Buckets.CAPACITY) {
            throw damaged(
                    String.format(
                            Locale.ROOT,
                            "a curve needs a width that is a power of two and at most %d buckets",
                            Buckets.CAPACITY),
                    null);
        }
        List<Buckets.Bucket> buckets = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            buckets.add(bucket(row, buckets.size() + 1 < rows.size() ? width : 1, width));
        }
        return new Curve(width, buckets);
    }

    private static Buckets.Bucket bucket(JsonNode row, long min, long max) {
        if (row.size() != NUMBERS || !allNumbers(row)) {
            throw damaged(String.format(Locale.ROOT, "a bucket needs %d numbers", NUMBERS), null);
        }
        long count = row.get(3).asLong();
        if (count < min || count > max) {
            throw damaged(
                    String.format(Locale.ROOT, "a bucket holds %d values instead of %d to %d", count, min, max), null);
        }
        return new Buckets.Bucket(
                row.get(0).asLong(),
                row.get(1).asDouble(),
                row.get(2).asDouble(),
                count,
                row.get(4).asDouble(),
                row.get(5).asDouble(),
                row.get(6).asDouble());
    }

    private static boolean allNumbers(JsonNode row) {
        for (JsonNode number : row) {
            if (!number.isNumber() || !Double.isFinite(number.asDouble())) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException damaged(String why, @Nullable Throwable cause) {
        return new ProblemException(Reason.DAMAGED_CURVES.with(why), cause);
    }
}
