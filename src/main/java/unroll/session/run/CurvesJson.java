package unroll.session.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** Curves as JSON: for each curve its width and its buckets, a bucket as its seven numbers. Trusts nothing it reads. */
final class CurvesJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NUMBERS = 7;

    /** Older files have no others. */
    private static final Set<String> IN_EVERY_FILE = Set.of("trainLoss", "gradientNorm", "validationLoss");

    private CurvesJson() {}

    /** A curve that was read and found whole. */
    record Curve(long width, List<Buckets.Bucket> buckets) {
        static final Curve NONE = new Curve(1, List.of());
    }

    static String write(Map<String, Buckets> curves) {
        ObjectNode root = JSON.createObjectNode();
        curves.forEach((name, curve) -> root.set(name, curve(curve)));
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

    /** The curves of these names, without those that an older file does not have. */
    static Map<String, Curve> read(String json, Set<String> names) {
        try {
            JsonNode root = JSON.readTree(json);
            Map<String, Curve> curves = new HashMap<>();
            for (String name : names) {
                if (root.has(name) || IN_EVERY_FILE.contains(name)) {
                    curves.put(name, curve(root.path(name)));
                }
            }
            return curves;
        } catch (JsonProcessingException e) {
            throw damaged("they are not JSON", e);
        }
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
