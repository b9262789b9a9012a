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
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.stream.Collectors;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Directions;
import unroll.train.RateSchedule;

/**
 * The records in a file's metadata as JSON, member for component. Read strictly: every component must be there once, nothing
 * else may, and a text is no number. Doubles return to the bit; NaN and the infinities are written in quotes.
 */
final class MetadataJson {
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
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
            .withCoercionConfig(LogicalType.Textual, texts -> {
                texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            })
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
     * @throws ProblemException where the text is not JSON or not of this type, or the type refuses a value
     */
    static <T> T read(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw Reason.MALFORMED_ENTRY.exception();
            }
            return value;
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    /** What the record said that refused a value, otherwise where the trouble is; a library's words are for nobody. */
    private static ProblemException refusal(JsonProcessingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return refused;
            }
        }
        String place = path(e);
        return new ProblemException(
                place.isEmpty() ? Reason.MALFORMED_ENTRY.with() : Reason.MALFORMED_PART.with(place), e);
    }

    /** Where the trouble is, such as {@code vocabularies.input}; empty where there is no JSON at all. */
    static String path(JsonProcessingException e) {
        return !(e instanceof JsonMappingException fault)
                ? ""
                : fault.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
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
