package unroll.ui.chart;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.session.data.DatasetIdentity;
import unroll.session.state.EarlierRun;
import unroll.session.state.Status;
import unroll.settings.SettingsSchema;
import unroll.ui.control.Buttons;
import unroll.ui.control.Icons;
import unroll.ui.control.Labels;
import unroll.ui.control.Nodes;
import unroll.ui.control.RowLayouts;
import unroll.ui.control.Tips;
import unroll.ui.files.ModelSwitcher;
import unroll.ui.model.WindowModel;

/** The runs of this session that gave way to others: a button, and behind it a card for each, the newest first. */
final class EarlierRunsButton extends MenuButton {
    private final WindowModel window;
    private final ModelSwitcher switcher;
    private final ReadOnlyObjectWrapper<@Nullable EarlierRun> pointed = new ReadOnlyObjectWrapper<>();

    EarlierRunsButton(WindowModel window, ModelSwitcher switcher) {
        super("", Icons.of(Feather.LAYERS));
        this.window = window;
        this.switcher = switcher;
        setId("earlier-runs-button");
        getStyleClass().add("quiet");
        setMinWidth(USE_PREF_SIZE);
        Tips.on(
                this,
                "What you have trained before in this session, to compare and to bring back. Runs on the same text"
                        + " stay in the chart as gray curves.");
        window.earlierRunsProperty().subscribe(this::count);
        setOnShowing(event -> fill());
        setOnHidden(event -> pointed.set(null));
    }

    private void count(List<EarlierRun> runs) {
        setText(Integer.toString(runs.size()));
        setAccessibleText(Wording.count(runs.size(), "earlier run"));
        Nodes.show(this, !runs.isEmpty());
        if (isShowing()) {
            fill();
        }
    }

    /** The run whose card is pointed at; null for none. */
    ReadOnlyObjectProperty<@Nullable EarlierRun> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    private void fill() {
        List<EarlierRun> runs = window.earlierRunsProperty().get();
        getItems().clear();
        for (int i = runs.size() - 1; i >= 0; i--) {
            CustomMenuItem item = new CustomMenuItem(card(runs.get(i), i + 1), false);
            item.getStyleClass().add("earlier-run-item");
            getItems().add(item);
        }
        MenuItem all = new MenuItem("Forget all of them");
        all.setOnAction(event -> runs.forEach(window.session().history()::forget));
        getItems().addAll(new SeparatorMenuItem(), all);
    }

    /** @param number of the run, from 1, the oldest */
    private VBox card(EarlierRun run, int number) {
        Label title = Nodes.styled(new Label(title(run, window.status())), "earlier-run-title");
        Label facts = Labels.hint(facts(run, window.status()));
        Button back = Buttons.of("bring-back-run-" + number, "Bring it back", Feather.CORNER_UP_LEFT, () -> {
            hide();
            switcher.bringBack(run.bookmark());
        });
        Button forget = Buttons.of(
                "forget-run-" + number,
                "Forget",
                () -> window.session().history().forget(run));
        forget.getStyleClass().add("quiet");
        VBox card = new VBox(title, facts);
        if (!line(run).isEmpty()) {
            card.getChildren().add(new Label(line(run)));
        }
        card.getChildren().add(RowLayouts.of(back, forget));
        card.getStyleClass().add("earlier-run");
        card.hoverProperty().subscribe(hovered -> pointed.set(hovered ? run : null));
        return card;
    }

    /** The card in words. */
    static String words(EarlierRun run, Status now) {
        return (title(run, now) + "\n" + facts(run, now) + "\n" + line(run)).strip();
    }

    private static String title(EarlierRun run, Status now) {
        List<String> differences = SettingsSchema.differences(run.settings(), now.settings()).stream()
                .map(setting -> setting.title() + ": " + setting.describe(run.settings()))
                .toList();
        return differences.isEmpty() ? "Same settings as now" : String.join(" \u00b7 ", differences);
    }

    private static String facts(EarlierRun run, Status now) {
        String facts = String.format(
                Locale.ROOT,
                "%s \u00b7 best loss %s",
                Wording.count(run.metrics().step(), "step"),
                Formats.loss(run.loss()));
        return isComparable(run, now)
                ? facts
                : facts
                        + " \u00b7 on “%s”, so its curve is not shown"
                                .formatted(run.dataset().title());
    }

    /** Whether it learned from what is learned now. */
    static boolean isComparable(EarlierRun run, Status now) {
        return run.dataset().equals(DatasetIdentity.of(now.settings(), now.opened()));
    }

    private static String line(EarlierRun run) {
        return run.text()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> "“%s”".formatted(Wording.cut(line.strip())))
                .orElse("");
    }
}
