package unroll.corpus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of public texts that ships with the program. Reading it touches no network. */
public final class CorpusCatalog {
    private static final String FILE = "catalog.json";

    private final List<CatalogEntry> entries;

    private CorpusCatalog(List<CatalogEntry> entries) {
        this.entries = entries;
    }

    /** The catalogue that ships with the program. */
    public static CorpusCatalog bundled() throws CorpusException {
        try (InputStream in = BundledTexts.open(FILE)) {
            return read(in);
        } catch (CorpusException e) {
            throw e;
        } catch (IOException e) {
            throw new CorpusException("The catalog of texts cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads a catalogue in JSON: an object whose "corpora" are {@link CatalogEntry entries} with distinct ids. */
    static CorpusCatalog read(InputStream json) throws IOException {
        try {
            Listing listing = new ObjectMapper().readValue(json, Listing.class);
            return new CorpusCatalog(distinct(listing.corpora()));
        } catch (JacksonException e) {
            throw new CorpusException("The catalog of texts is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** The texts in the order of the catalogue; unmodifiable. */
    public List<CatalogEntry> entries() {
        return entries;
    }

    private static List<CatalogEntry> distinct(List<@Nullable CatalogEntry> entries) throws CorpusException {
        Set<String> ids = new HashSet<>();
        for (CatalogEntry entry : entries) {
            if (entry == null) {
                throw new CorpusException("The catalog of texts is damaged: one of its entries is null.");
            }
            if (!ids.add(entry.id())) {
                throw new CorpusException("The catalog of texts lists \"" + entry.id() + "\" twice.");
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
