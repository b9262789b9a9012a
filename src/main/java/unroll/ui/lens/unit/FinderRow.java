package unroll.ui.lens.unit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.unit.Feature;
import unroll.lens.unit.Unit;
import unroll.lens.unit.UnitFinder.Found;
import unroll.network.Directions;
import unroll.session.model.Inspection;
import unroll.ui.control.Choice;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.desk.FxThread;
import unroll.ui.desk.Notice;
import unroll.ui.desk.WindowModel;

/** Finds units that follow something about the text, and offers them best first. */
final class FinderRow extends VBox {
    private static final int OFFERED = 8;
    /** Characters that are read to find units; enough for a correlation, and done in seconds. */
    private static final int READ = 10_000;

    private final WindowModel desk;
    private final Supplier<Passages.Wanted> passage;
    private final Consumer<Unit> chosen;
    private final Choice<Feature> feature = new Choice<>(
                    "feature-choice", "that follows", List.of(Feature.values()), Feature::title)
            .tip("What the unit should rise or fall with. A correlation is no proof that the unit is there for it.");
    private final Button button = new Button();
    private final FlowPane list = new FlowPane();
    private final Label words = Labels.refusal("finder-words");
    private @Nullable CompletableFuture<Ranking> work;
    private @Nullable Ranking ranking;

    /** The best units of every feature, and the model they were found in. */
    private record Ranking(Directions directions, long step, int characters, Map<Feature, List<Found>> best) {}

    /** @param chosen gets a unit that was found and pressed */
    FinderRow(WindowModel desk, Supplier<Passages.Wanted> passage, Consumer<Unit> chosen) {
        this.desk = desk;
        this.passage = passage;
        this.chosen = chosen;
        feature.show(Feature.LINE_POSITION);
        feature.onChoice(any -> show());
        button.setId("find-unit");
        button.setOnAction(event -> toggle());
        Tips.on(
                button,
                "Reads up to 10,000 characters and ranks all units by how well they follow this, from 1 (always) to 0.");
        list.setId("found-units");
        list.getStyleClass().add("found-units");
        getStyleClass().add("fields");
        FlowPane controls = new FlowPane(button, feature);
        controls.getStyleClass().add("unit-choice");
        getChildren().addAll(controls, words, list);
        idle();
    }

    private void toggle() {
        CompletableFuture<Ranking> present = work;
        if (present != null) {
            present.cancel(true);
        } else {
            find();
        }
    }

    private void find() {
        Passages.Wanted wanted = passage.get();
        Inspection<Ranking> search = look -> {
            Passages.Read read = wanted.of(look, READ);
            return new Ranking(
                    look.network().spec().directions(),
                    look.step(),
                    read.excerpt().text().length,
                    read.excerpt().best(look.network(), OFFERED));
        };
        CompletableFuture<Ranking> begun = desk.session().copies().inspect(search);
        work = begun;
        button.setText("Stop");
        button.setGraphic(Icons.of(Feather.SQUARE));
        FxThread.whenDone(
                begun,
                found -> {
                    ranking = found;
                    show();
                },
                thrown -> {
                    ranking = null;
                    list.getChildren().clear();
                    words.setText(Notice.problem(thrown).sentence());
                });
        FxThread.whenEnded(begun, this::idle);
    }

    private void idle() {
        work = null;
        button.setText("Find me a unit");
        button.setGraphic(Icons.of(Feather.SEARCH));
    }

    private void show() {
        Ranking now = ranking;
        if (now == null) {
            return;
        }
        List<Found> found = now.best().getOrDefault(feature.value(), List.of());
        words.setText(
                found.isEmpty()
                        ? "In this text “%s” never changes, so no unit can follow it."
                                .formatted(feature.value().title())
                        : String.format(
                                Locale.ROOT,
                                "Correlation with “%s” over %,d characters at step %,d; press one to see it painted.",
                                feature.value().title(),
                                now.characters(),
                                now.step()));
        list.getChildren().setAll(found.stream().map(each -> offer(each, now)).toList());
    }

    private Button offer(Found found, Ranking of) {
        String name = UnitNames.full(found.unit(), of.directions());
        Button offer = new Button(String.format(Locale.ROOT, "%s  %+.2f", name, found.correlation())
                .replace('-', '−'));
        offer.getStyleClass().add("found-unit");
        offer.setOnAction(event -> chosen.accept(found.unit()));
        return offer;
    }
}
