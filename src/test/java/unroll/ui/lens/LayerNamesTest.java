package unroll.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LayerNamesTest {
    @Test
    void layersAreCalledByNumberAndByWhatTellsThemApart() {
        List<String> plain = List.of("layer0", "layer1");
        List<String> bidirectional = List.of("layer0", "layer0.reverse");
        List<String> withEncoder = List.of("encoder.layer0", "layer0");

        assertThat(plain).extracting(each -> LayerNames.of(each, plain)).containsExactly("layer 1", "layer 2");
        assertThat(bidirectional)
                .extracting(each -> LayerNames.of(each, bidirectional))
                .containsExactly("→ layer 1", "← layer 1");
        assertThat(withEncoder)
                .extracting(each -> LayerNames.of(each, withEncoder))
                .containsExactly("encoder, layer 1", "decoder, layer 1");
    }
}
