package unroll.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    @BeforeAll
    static void thereIsNoScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    @Test
    void aChartIsDrawnWithoutAScreen(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("charts/hidden.png");
        Chart.Line first = new Chart.Line("Elman", List.of(32, 64, 128), List.of(2.0, 6.0, 18.0));
        Chart.Line second = new Chart.Line("LSTM", List.of(32, 64, 128), List.of(5.0, 17.0, 60.0));

        new Chart("Cost of a training step", "hidden units a layer", "milliseconds a step", List.of(first, second))
                .save(file);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(900);
        long colored = IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .filter(rgb -> rgb == 0xFFB35900)
                .count();
        assertThat(colored).as("pixels of the first line").isGreaterThan(100);
    }
}
