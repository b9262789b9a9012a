package unroll.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Plans of tiny trials. */
final class Plans {
    /** Two cells, two rates and two seeds on a short text. */
    static final String EIGHT = plan(
            "{\"file\": \"text.txt\"}",
            "\"axes\": {\"cell\": [\"gru\", \"elman\"], \"learning-rate\": [0.01, 0.05]}, \"seeds\": 2, \"steps\": 6");

    private Plans() {}

    /** A plan of networks with six units. */
    static String plan(String text, String rest) {
        return """
                {"sweep": 1, "text": %s,
                 "settings": {"hidden": 6, "batch": 4, "window": 5, "split": "0.8,0.1,0.1", "validate-every": 3},
                 %s}
                """.formatted(text, rest);
    }

    static SweepPlan read(String json, Path folder) throws IOException {
        return SweepPlan.parse("plan.json", json.getBytes(StandardCharsets.UTF_8), folder);
    }

    static TrialRunner runner(String json, Path folder) throws IOException {
        SweepPlan plan = read(json, folder);
        return new TrialRunner(plan, plan.open());
    }
}
