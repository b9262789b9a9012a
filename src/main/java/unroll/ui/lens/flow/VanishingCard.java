package unroll.ui.lens.flow;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import unroll.lens.VanishingGradient;
import unroll.message.Formats;
import unroll.plot.Axis;
import unroll.plot.ColorScale;
import unroll.plot.Palette;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.ui.control.CanvasPane;
import unroll.ui.control.CanvasSurface;
import unroll.ui.control.Card;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.model.ModelQuery;
import unroll.ui.model.WindowModel;

/** The gradient in the backward pass through one string, in an Elman network and in an LSTM, on one scale of colors. */
final class VanishingCard extends Card {
    private static final String WORDS =
            "Two untrained networks of 64 units read a string and are asked for its first letter. The color of a letter is the share"
                    + " of the gradient at the last one that comes back to it.";
    private static final int SHORTEST = 2;
    private static final int FIRST_LENGTH = 30;

    private final Slider slider = new Slider(SHORTEST, VanishingGradient.MAX_LENGTH, FIRST_LENGTH);
    private final Label number = new Label();
    private final Label words = Labels.hint("");
    private final Letters letters = new Letters();
    private final ModelQuery<Integer, VanishingGradient> query;

    VanishingCard(WindowModel window) {
        super("Vanishing side by side");
        query = window.query(
                        this, (Integer length) -> window.session().copies().workOut(() -> VanishingGradient.of(length)))
                .onAnswer((length, gradient) -> show(gradient))
                .onRefusal(words::setText)
                .build();
        slider.setId("vanishing-length");
        slider.setAccessibleText("Length of the string");
        slider.setBlockIncrement(1);
        Tips.on(slider, "How many letters lie between the first one and the question for it.");
        number.getStyleClass().add("fact-value");
        words.setId("vanishing-words");
        addToHeader(new Label("Letters"), slider, number);
        getChildren().addAll(letters, words);
        explainBelow(WORDS, "vanishing", window.session().preferences());
        slider.valueProperty().subscribe(value -> {
            number.setText(String.format(Locale.ROOT, "%d", length()));
            query.submit(length());
        });
    }

    private int length() {
        return (int) Math.round(slider.getValue());
    }

    private void show(VanishingGradient now) {
        letters.show(now);
        words.setText("At the first letter arrives %s of it in the Elman network and %s in the LSTM."
                .formatted(Formats.number(now.elman()[0]), Formats.number(now.lstm()[0])));
    }

    /** The string twice, each letter on its color. */
    private static final class Letters extends CanvasPane {
        private static final Axis SHARES = new Axis(Axis.AxisScale.LOG, 1e-6, 1);
        private static final double ROW_EM = 2;
        private static final double LEFT_EM = 4;
        private static final double LEGEND_EM = 2.4;

        private @Nullable VanishingGradient gradient;

        Letters() {
            setHeightEm(2 * ROW_EM + LEGEND_EM);
        }

        void show(VanishingGradient now) {
            gradient = now;
            setAccessibleText("Share of the gradient at each letter of “%s”".formatted(now.text()));
            redraw();
        }

        @Override
        protected void draw(GraphicsContext g) {
            VanishingGradient shown = gradient;
            if (shown != null) {
                row(g, 0, "Elman", shown.text(), shown.elman());
                row(g, ROW_EM * em(), "LSTM", shown.text(), shown.lstm());
                double left = LEFT_EM * em();
                ColorScale.legend(
                        surface(g), SHARES, "share", left, (2 * ROW_EM + 0.4) * em(), getWidth() - left - em(), em());
            }
        }

        private void row(GraphicsContext g, double top, String name, String text, double[] shares) {
            Surface surface = surface(g);
            double middle = top + ROW_EM / 2 * em();
            surface.text(name, (LEFT_EM - 0.5) * em(), middle, Align.RIGHT);
            double cell = (getWidth() - LEFT_EM * em()) / text.length();
            for (int t = 0; t < text.length(); t++) {
                double left = Math.round(LEFT_EM * em() + t * cell);
                double right = Math.round(LEFT_EM * em() + (t + 1) * cell);
                int color = ColorScale.rgb(SHARES, shares[t], palette());
                surface.fill(left, top, right, top + ROW_EM * em() - 2, color);
                letter(g, text.substring(t, t + 1), (left + right) / 2, middle, cell, color);
            }
        }

        private void letter(GraphicsContext g, String letter, double x, double y, double width, int background) {
            g.setFont(font());
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.setFill(CanvasSurface.color(Palette.inkOn(background)));
            g.fillText(letter, x, y, width);
        }
    }
}
