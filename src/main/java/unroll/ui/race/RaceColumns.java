package unroll.ui.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceStatus;
import unroll.session.race.RaceStatus.Standing;
import unroll.ui.control.RowLayouts;

/** The networks side by side, in two rows where there is no room for one. */
final class RaceColumns extends GridPane {
    private static final double MIN_EM = 10;
    private static final int NONE_YET = -1;
    /** Of networks that are not made yet. */
    private static final double FAINT = 0.45;

    private final IntConsumer taken;
    /** Tells how large text is here; itself it has none. */
    private final Label ruler = new Label();

    private List<RaceColumn> columns = List.of();
    private List<RaceConfig.Variant> variants = List.of();
    private int abreast;

    /** @param taken gets the place of the network that is to become the model */
    RaceColumns(IntConsumer taken) {
        this.taken = taken;
        ruler.setManaged(false);
        getStyleClass().add("race-columns");
        setMinWidth(0);
        widthProperty().subscribe(width -> arrange());
        ruler.fontProperty().subscribe(font -> arrange());
    }

    void show(RaceStatus race) {
        List<Standing> standings = race.standings();
        List<RaceConfig.Variant> now = standings.stream().map(Standing::variant).toList();
        if (!now.equals(variants)) {
            variants = now;
            make(standings);
        }
        boolean planned = race.state() == RaceStatus.RaceState.NONE;
        boolean kept = !planned && race.state() != RaceStatus.RaceState.OVER;
        setOpacity(planned ? FAINT : 1);
        Optional<Standing> leader = RacePage.leader(race);
        for (int place = 0; place < columns.size(); place++) {
            Standing standing = standings.get(place);
            columns.get(place).show(standing, kept);
            columns.get(place)
                    .setLeading(leader.filter(best -> best == standing).isPresent());
        }
    }

    private void make(List<Standing> standings) {
        List<RaceColumn> made = new ArrayList<>();
        for (int place = 0; place < standings.size(); place++) {
            int own = place;
            made.add(new RaceColumn(standings.get(place), place, () -> taken.accept(own)));
        }
        columns = List.copyOf(made);
        abreast = NONE_YET;
        arrange();
    }

    /** As many abreast as there is room for, so that no row is much shorter than the others. */
    private void arrange() {
        int abreast = (int) (getWidth() / (MIN_EM * ruler.getFont().getSize()));
        int count = columns.size();
        int rows = count == 0 ? 1 : (count + Math.max(1, abreast) - 1) / Math.max(1, abreast);
        int now = (count + rows - 1) / rows;
        if (now == abreast) {
            return;
        }
        abreast = now;
        getChildren().setAll(columns);
        getChildren().add(ruler);
        getColumnConstraints().clear();
        for (int place = 0; place < count; place++) {
            GridPane.setConstraints(columns.get(place), place % now, place / now);
        }
        for (int column = 0; column < now; column++) {
            getColumnConstraints().addAll(RowLayouts.percent(100.0 / now));
        }
    }
}
