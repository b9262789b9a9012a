package unroll.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;
import unroll.message.ProblemException;

class ProductsTest {
    @Test
    void aPropertyForcesOneOfThem() {
        assertThat(Products.choose("openblas")).isEqualTo(Products.OPENBLAS);
        assumeThat(ProductsFixtures.available()).contains(Products.ONEDNN);
        assertThat(Products.choose("onednn")).isEqualTo(Products.ONEDNN);
        assertThat(Products.choose(null)).isEqualTo(Products.ONEDNN);
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> Products.choose("mkl"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("-Dunroll.products is “mkl”; choose openblas or onednn, or leave it out.");
    }

    @Test
    void theDescriptionNamesTheLibraryAndItsVersion() {
        assertThat(Products.OPENBLAS.description()).startsWith("OpenBLAS 0.");
        assertThat(Products.ONEDNN.description()).startsWith("oneDNN 3.");
    }
}
