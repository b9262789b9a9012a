package unroll.ui.lens.unit;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.lens.unit.Feature;
import unroll.lens.unit.Unit;
import unroll.lens.unit.UnitFinder.UnitMatch;
import unroll.network.Directions;
import unroll.session.ModelCopies;
import unroll.ui.control.Buttons;
import unroll.ui.control.Choice;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Tips;
import unroll.ui.lens.LatestWork;
import unroll.ui.model.WindowModel;

/** The units that track something about the text, best first. It fills itself, and again whenever training has doubled. */
final class UnitGallery extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int OFFERED = 8;
    /** Characters that are read to find units; enough for a correlation, and done in seconds. */
    private static final int READ = 10_000;

    private final WindowModel window;
    private final Supplier<Passages.Query> passage;
    private final Consumer<Unit> chosen;
    private final Choice<Optional<Feature>> feature = new Choice<>(
                    "feature-choice",
                    "Tracks",
                    features(),
                    each -> each.map(Feature::title).orElse("anything"))
            .tip("What the unit should rise or fall with. A correlation is no proof that the unit is there for it.");
    private final Button button = Buttons.of("find-unit", "", this::toggle);
    private final FlowPane list = new FlowPane();
    private final Label words = Labels.refusal("finder-words");
    private final LatestWork work = new LatestWork(this::idle);
    private @Nullable Ranking ranking;
    private @Nullable Unit shown;
    private boolean choosesBest = true;
    /** For the first painted text of a model, which says what units there are. */
    private boolean waits;

    /** A unit and what it tracks. */
    private record Tracking(Feature feature, UnitMatch found) {
        double strength() {
            return Math.abs(found.correlation());
        }
    }

    /** The best units of every feature, and the model they were found in. */
    private record Ranking(Directions directions, long step, int characters, Map<Feature, List<UnitMatch>> best) {
        List<Tracking> of(Feature feature) {
            return best.getOrDefault(feature, List.of()).stream()
                    .map(found -> new Tracking(feature, found))
                    .toList();
        }

        /** The best unit of every feature before the second of any, each unit once. */
        List<Tracking> ofAny() {
            Set<Unit> units = new HashSet<>();
            return Stream.iterate(0, place -> place < OFFERED, place -> place + 1)
                    .flatMap(place -> best.keySet().stream()
                            .map(this::of)
                            .filter(list -> list.size() > place)
                            .map(list -> list.get(place))
                            .sorted(Comparator.comparingDouble(Tracking::strength)
                                    .reversed()))
                    .filter(each -> units.add(each.found().unit()))
                    .limit(OFFERED)
                    .sorted(Comparator.comparingDouble(Tracking::strength).reversed())
                    .toList();
        }
    }

    /** @param chosen gets a unit of the gallery: the best one found, and each that is pressed */
    UnitGallery(WindowModel window, Supplier<Passages.Query> passage, Consumer<Unit> chosen) {
        this.window = window;
        this.passage = passage;
        this.chosen = chosen;
        feature.show(Optional.empty());
        feature.onChoice(any -> {
            choosesBest = true;
            show();
        });
        button.getStyleClass().add("quiet");
        Tips.on(
                button,
                "Reads up to 10,000 characters again and ranks all units by how well they track this, from 1 (always) to 0.");
        list.setId("found-units");
        list.getStyleClass().add("found-units");
        getStyleClass().add("fields");
        getChildren().addAll(list, words);
        idle();
        window.onOtherModel(this, this::begin);
    }

    private static List<Optional<Feature>> features() {
        return Stream.concat(
                        Stream.of(Optional.<Feature>empty()),
                        Stream.of(Feature.values()).map(Optional::of))
                .toList();
    }

    Choice<Optional<Feature>> feature() {
        return feature;
    }

    Button button() {
        return button;
    }

    private void begin(boolean trained) {
        ranking = null;
        list.getChildren().clear();
        words.setText("");
        choosesBest = true;
        waits = trained;
    }

    /** Marks the unit that is painted, and finds units again where the model has learned for as long again. */
    void follow(Painted painted) {
        shown = painted.unit();
        mark();
        Ranking known = ranking;
        if (waits || known != null && !work.isRunning() && painted.step() > 2 * known.step()) {
            waits = false;
            find();
        }
    }

    /** The user looks at units one by one, and what is found later does not interfere. */
    void leaveChoice() {
        choosesBest = false;
    }

    private void toggle() {
        if (work.isRunning()) {
            work.cancel();
        } else {
            choosesBest = true;
            find();
        }
    }

    private void find() {
        work.cancel();
        Passages.Query wanted = passage.get();
        ModelCopies.ModelFunction<Ranking> search = model -> {
            Passages.Excerpt read = wanted.of(model, READ);
            return new Ranking(
                    model.network().spec().directions(),
                    model.step(),
                    read.excerpt().text().length,
                    read.excerpt().best(model.network(), OFFERED));
        };
        button.setGraphic(Icons.of(Feather.SQUARE));
        button.setAccessibleText("Stop");
        work.begin(
                window.session().copies().inspect(search),
                found -> {
                    ranking = found;
                    show();
                },
                sentence -> {
                    ranking = null;
                    list.getChildren().clear();
                    words.setText(sentence);
                });
    }

    private void idle() {
        button.setGraphic(Icons.of(Feather.SEARCH));
        button.setAccessibleText("Find units again");
    }

    private void show() {
        Ranking now = ranking;
        if (now == null) {
            return;
        }
        List<Tracking> found = feature.value().map(now::of).orElseGet(now::ofAny);
        words.setText(
                found.isEmpty()
                        ? "In this text nothing of the kind ever changes, so no unit can track it."
                        : String.format(
                                Locale.ROOT,
                                "Correlations over %,d characters at step %,d, from −1 to +1.",
                                now.characters(),
                                now.step()));
        list.getChildren()
                .setAll(found.stream().map(each -> tile(each, now.directions())).toList());
        mark();
        if (choosesBest && !found.isEmpty()) {
            choosesBest = false;
            chosen.accept(found.get(0).found().unit());
        }
    }

    private Button tile(Tracking tracking, Directions directions) {
        Unit unit = tracking.found().unit();
        String name = UnitNames.full(unit, directions);
        Button tile = new Button(String.format(
                        Locale.ROOT,
                        "%s\n%s %+.2f",
                        name,
                        tracking.feature().title(),
                        tracking.found().correlation())
                .replace('-', '−'));
        tile.getStyleClass().add("found-unit");
        tile.setUserData(unit);
        tile.setOnAction(event -> {
            choosesBest = false;
            chosen.accept(unit);
        });
        return tile;
    }

    private void mark() {
        list.getChildren()
                .forEach(tile -> tile.pseudoClassStateChanged(
                        SELECTED, tile.getUserData().equals(shown)));
    }
}
