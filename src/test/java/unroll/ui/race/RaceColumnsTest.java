package unroll.ui.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.race.RaceConfig;
import unroll.session.race.RaceStatus;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.ui.TestWindow;

/** The networks of a race side by side. */
@ExtendWith(ApplicationExtension.class)
class RaceColumnsTest {
    private static final double PIXELS = 14;
    /** The least width of a column. */
    private static final double COLUMN_EM = 10;

    private RaceColumns columns;

    @Start
    void start(Stage stage) {
        columns = new RaceColumns(place -> {});
        Pane box = new Pane(columns);
        box.setStyle("-fx-font-size: %spx;".formatted(PIXELS));
        stage.setScene(new Scene(box, 800, 400));
        stage.show();
    }

    private static RaceStatus race(String... hidden) {
        return RaceStatus.planned(RaceConfig.of(Settings.DEFAULT, SettingsSchema.HIDDEN, List.of(hidden)));
    }

    private void widen(double columnWidths) {
        columns.getParent().applyCss();
        columns.resize(columnWidths * COLUMN_EM * PIXELS, 400);
    }

    /** The column and row of each network. */
    private List<List<Integer>> places() {
        return columns.getChildren().stream()
                .filter(RaceColumn.class::isInstance)
                .map(each -> List.of(GridPane.getColumnIndex(each), GridPane.getRowIndex(each)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"2.5, 2, 2", "3.5, 3, 3", "4.5, 4, 4", "4.5, 2, 2", "3.5, 4, 2", "1.5, 3, 1", "0.5, 2, 1"})
    void asManyStandAbreastAsThereIsRoomFor(double room, int networks, int abreast) throws Exception {
        String[] hidden = List.of("8", "16", "24", "32").subList(0, networks).toArray(String[]::new);
        List<List<Integer>> places = TestWindow.onFx(() -> {
            widen(room);
            columns.show(race(hidden));
            return places();
        });
        assertThat(places).hasSize(networks);
        for (int place = 0; place < networks; place++) {
            assertThat(places.get(place)).containsExactly(place % abreast, place / abreast);
        }
        assertThat(columns.getColumnConstraints()).hasSize(abreast);
    }

    @Test
    void areLaidOutAnewOnlyWhereAnotherNumberStandsAbreast() throws Exception {
        List<Node> before = TestWindow.onFx(() -> {
            widen(2.5);
            columns.show(race("8", "16"));
            return List.copyOf(columns.getChildren());
        });
        Object constraints = columns.getColumnConstraints().get(0);
        TestWindow.onFx(() -> {
            widen(7);
            return null;
        });
        assertThat(columns.getChildren()).containsExactlyElementsOf(before);
        assertThat(columns.getColumnConstraints().get(0)).isSameAs(constraints);
    }
}
