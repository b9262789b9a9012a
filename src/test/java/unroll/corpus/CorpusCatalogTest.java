package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.message.ProblemException;

class CorpusCatalogTest {
    private static final String ENTRY = """
            {"id": "a-text", "title": "A text", "description": "Short.", "address": "https://example.org/a.txt",
             "license": "Public domain", "bytes": 5, "sha256": "%s", "encoding": "UTF-8"}""".formatted("0f".repeat(32));

    @Test
    void shipsWithTinyShakespeare() throws IOException {
        assertThat(CorpusCatalog.bundled())
                .extracting(CatalogEntry::id)
                .contains("tiny-shakespeare")
                .doesNotHaveDuplicates();
    }

    @Test
    void readsAnEntry() throws IOException {
        CatalogEntry entry = read("{\"corpora\": [" + ENTRY + "]}").get(0);

        assertThat(entry.title()).isEqualTo("A text");
        assertThat(entry.address()).hasHost("example.org");
        assertThat(entry.bytes()).isEqualTo(5);
        assertThat(entry.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "a-text, ../a-text, id",
        "a-text, A, id",
        "https://example.org/a.txt, file:///etc/passwd, address",
        "https://example.org/a.txt, ftp://example.org/a, address",
        "0f0f, 0F0F, SHA-256",
        "0f0f, 0f, SHA-256",
        "UTF-8, no such thing, encoding",
        "UTF-8, KLINGON-7, encoding",
        "Public domain, '', license",
        "A text, '', title",
        ": 5, : 0, length in bytes"
    })
    void refusesAnEntryThatCannotBe(String right, String wrong, String part) {
        refused("{\"corpora\": [" + ENTRY.replace(right, wrong) + "]}").hasMessageContaining("needs as its " + part);
    }

    @Test
    void refusesWhatIsNoCatalog() {
        refused("{").hasMessageContaining("damaged");
        refused("[]").hasMessageContaining("damaged");
        refused("{\"corpora\": [{}]}").hasMessageContaining("needs as its id");
        refused("{\"corpora\": [null]}").hasMessageContaining("damaged");
        refused("{\"corpora\": [" + ENTRY + "," + ENTRY + "]}").hasMessageContaining("\"a-text\" twice");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String json) {
        return assertThatThrownBy(() -> read(json)).isInstanceOf(ProblemException.class);
    }

    private static List<CatalogEntry> read(String json) throws IOException {
        return CorpusCatalog.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
