package unroll.corpus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** The list of public texts that ships with the program. Reading it touches no network. */
public final class CorpusCatalog {
    private static final String FILE = "catalog.json";

    private CorpusCatalog() {}

    /** The texts that can be downloaded, in the order of the catalog that ships with the program; unmodifiable. */
    public static List<CatalogEntry> bundled() {
        try (InputStream in = BundledTexts.open(FILE)) {
            return read(in);
        } catch (IOException e) {
            throw new ProblemException(Reason.DAMAGED_CATALOG.with(Problem.reason(e)), e);
        }
    }

    /** Reads a catalog in JSON: an object whose "corpora" are {@link CatalogEntry entries} with distinct ids. */
    static List<CatalogEntry> read(InputStream json) throws IOException {
        try {
            return distinct(new ObjectMapper().readValue(json, Listing.class).corpora());
        } catch (JacksonException e) {
            throw new ProblemException(Reason.DAMAGED_CATALOG.with(e.getOriginalMessage()), e);
        }
    }

    private static List<CatalogEntry> distinct(List<@Nullable CatalogEntry> entries) {
        Set<String> ids = new HashSet<>();
        for (CatalogEntry entry : entries) {
            if (entry == null) {
                throw Reason.DAMAGED_CATALOG.exception("one of its entries is null.");
            }
            if (!ids.add(entry.id())) {
                throw Reason.DAMAGED_CATALOG.exception("it lists \"" + entry.id() + "\" twice.");
            }
        }
        return List.copyOf(entries);
    }

    /** The form of the file. */
    private record Listing(List<@Nullable CatalogEntry> corpora) {
        private Listing {
            corpora = corpora == null ? List.of() : corpora;
        }
    }
}
