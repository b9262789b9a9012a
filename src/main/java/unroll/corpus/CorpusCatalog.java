package unroll.corpus;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The list of public texts that ships with the program. Reading it touches no network. */
public final class CorpusCatalog {
    private static final String FILE = "catalog.json";

    private CorpusCatalog() {}

    /** The texts that can be downloaded, in the order of the file; unmodifiable. */
    public static List<CatalogEntry> bundled() {
        try (InputStream in = BundledTexts.open(FILE)) {
            return List.copyOf(new ObjectMapper().readValue(in, Listing.class).corpora());
        } catch (IOException e) {
            throw new UncheckedIOException("The catalog that ships with the program cannot be read.", e);
        }
    }

    /** The form of the file. */
    private record Listing(List<CatalogEntry> corpora) {}
}
