package unroll.ui.samples;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.message.NumericRange;
import unroll.sample.SampleRequest;
import unroll.session.state.Status;
import unroll.ui.control.Buttons;
import unroll.ui.control.Card;
import unroll.ui.control.CollapsiblePane;
import unroll.ui.control.Field;
import unroll.ui.control.Icons;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.model.FxThread;
import unroll.ui.model.Notice;
import unroll.ui.model.WindowModel;

/** Writing by hand: a prime, a length, a temperature, and what the network makes of them. */
public final class WriteCard extends Card {
    private static final int MAX_SYMBOLS = 100_000;
    private static final int DEFAULT_SYMBOLS = 500;

    private final WindowModel window;
    private final TextField prime = new TextField();
    private final NumberField length = new NumberField(
                    "length-field", "Le_ngth (chars)", NumericRange.whole(1, MAX_SYMBOLS), DEFAULT_SYMBOLS)
            .tip("How many characters are written. Writing can be stopped at any time.");
    private final SamplingFields finer = new SamplingFields("");
    private final TemperatureSlider temperature = new TemperatureSlider();
    private final Button button = Buttons.of("write-button", "Write", this::toggle);
    private final Button close = Buttons.quiet("close-written-button", Feather.X, "Close the text", this::discard);
    private final WrittenText written = new WrittenText(this::text);
    private @Nullable CompletableFuture<String> work;
    private String whole = "";

    public WriteCard(WindowModel window) {
        super("Write");
        this.window = window;
        prime.setId("prime-field");
        prime.setPromptText("e.g. \"WENNA: \"");
        prime.setOnAction(event -> toggle());
        Tips.on(prime, "The network reads this text first and then continues it. Press Enter to write.");
        button.setMaxWidth(Double.MAX_VALUE);
        Tips.on(button, "The network as it is now writes a text. Training continues.");
        VBox.setVgrow(written, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new Field("Start te_xt", prime),
                        RowLayouts.equal(length, temperature),
                        new CollapsiblePane("sampling-fold", "Sampling options", finer),
                        RowLayouts.of(button, close),
                        written);
        HBox.setHgrow(button, Priority.ALWAYS);
        Tips.on(close, "Closes the text; the live samples have their room again.");
        close.visibleProperty().bind(written.visibleProperty());
        close.managedProperty().bind(close.visibleProperty());
        finer.onChange(this::applySampling);
        temperature.onChange(this::applySampling);
        // Another task's card may have moved the live samples meanwhile.
        sceneProperty().subscribe(scene -> applySampling());
        idle();
        window.statusProperty().subscribe(this::show);
        window.onTick(written::tick);
        window.onModelDiscarded(this::discard);
    }

    /** What has been written; the screen may hold only the end of it. */
    public String text() {
        return work == null && !whole.isEmpty() ? whole : written.text();
    }

    /** Whether it shows a text, which wants all the room there is. */
    public ReadOnlyBooleanProperty writtenProperty() {
        return written.visibleProperty();
    }

    /** Everything in it is as at the start. */
    public void startOver() {
        discard();
        prime.clear();
        length.show(DEFAULT_SYMBOLS);
        temperature.startOver();
        finer.startOver();
        applySampling();
    }

    private void applySampling() {
        window.session().setSampling(finer.at(temperature.value()));
    }

    private void toggle() {
        CompletableFuture<String> present = work;
        if (present != null) {
            present.cancel(true);
        } else if (!button.isDisabled()) {
            Field.refusedIn(this).ifPresentOrElse(Field::reveal, this::write);
        }
    }

    private void write() {
        long seed = finer.seed() == 0 ? ThreadLocalRandom.current().nextLong(Long.MAX_VALUE) : finer.seed();
        SampleRequest request =
                new SampleRequest(prime.getText(), length.whole(), finer.stop(), finer.at(temperature.value()), seed);
        written.begin(prime.getText());
        CompletableFuture<String> writing = window.session().copies().sample(request, written::append);
        work = writing;
        whole = "";
        button.setText("Stop");
        button.setGraphic(Icons.of(Feather.SQUARE));
        FxThread.whenDone(
                writing, text -> whole = request.prime() + text, thrown -> window.show(Notice.problem(thrown)));
        FxThread.whenEnded(writing, this::idle);
    }

    /** As where a model is discarded: what it wrote says nothing about the next one. */
    private void discard() {
        if (work != null) {
            work.cancel(true);
        }
        whole = "";
        written.discard();
    }

    private void idle() {
        work = null;
        written.tick();
        button.setText("Write");
        button.setGraphic(Icons.of(Feather.EDIT_3));
    }

    private void show(Status status) {
        button.setDisable(status.metrics().step() == 0 && work == null);
    }
}
