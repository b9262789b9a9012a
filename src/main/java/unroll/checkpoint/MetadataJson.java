package unroll.checkpoint;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;
import unroll.message.ProblemException;
import unroll.network.Directions;
import unroll.train.RateSchedule;

/**
 * The records in a file's metadata as JSON, member for component. Read strictly: every component must be there once, nothing
 * else may, and a text is no number. Doubles return to the bit; NaN and the infinities are written in quotes.
 */
final class MetadataJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addMixIn(RateSchedule.class, ScheduleForm.class)
            .addMixIn(Directions.class, DirectionNames.class)
            .build();

    private MetadataJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be written as JSON: " + value, e);
        }
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException with a sentence or the end of one, where the text is not JSON or not of this type, or the type refuses
     *     a value
     */
    static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("nothing is there");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(sentence(e), e);
        }
    }

    /** The sentence of the record that refused a value, otherwise where the trouble is; a library's words are for nobody. */
    private static String sentence(JsonProcessingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if ((cause instanceof IllegalArgumentException || cause instanceof ProblemException) && message != null) {
                return message;
            }
        }
        if (e instanceof JsonMappingException fault && !fault.getPath().isEmpty()) {
            return "its part %s is not what it should be".formatted(path(fault));
        }
        return "it is not what it should be";
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** The names that files have for {@link Directions}. */
    private enum DirectionNames {
        @JsonProperty("ONE_WAY")
        UNIDIRECTIONAL,
        @JsonProperty("TWO_WAY")
        BIDIRECTIONAL
    }

    /** A schedule is written as the user writes it. */
    private interface ScheduleForm {
        @JsonValue
        String text();

        @JsonCreator
        static RateSchedule parse(String text) {
            throw new UnsupportedOperationException("Stands for the method of the same name.");
        }
    }
}
