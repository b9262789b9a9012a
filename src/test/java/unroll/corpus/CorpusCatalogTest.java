package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorpusCatalogTest {
    @Test
    void shipsWithTinyShakespeare() {
        assertThat(CorpusCatalog.bundled())
                .extracting(CatalogEntry::id)
                .contains("tiny-shakespeare")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEntryIsWhole() {
        assertThat(CorpusCatalog.bundled()).allSatisfy(entry -> {
            assertThat(entry.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(entry.title()).isNotBlank();
            assertThat(entry.description()).endsWith(".");
            assertThat(entry.address()).hasNoUserInfo();
            assertThat(entry.address().getScheme()).isIn("http", "https");
            assertThat(entry.host()).isNotBlank();
            assertThat(entry.license()).isNotBlank();
            assertThat(entry.bytes()).isPositive();
            assertThat(entry.sha256()).matches("[0-9a-f]{64}");
            assertThat(entry.charset()).isNotNull();
        });
    }
}
