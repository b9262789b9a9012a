package unroll.ui.lens.xray;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.GridPane;
import unroll.sample.SampleRequest;
import unroll.ui.control.NumberField;
import unroll.ui.control.RowLayouts;
import unroll.ui.lens.ShadedText;
import unroll.ui.lens.Shading;

/** One start written at three temperatures, from the same random numbers, side by side. */
final class TemperatureColumns extends GridPane {
    private final List<NumberField> temperatures = List.of(field(1, 0.3), field(2, 0.7), field(3, 1.2));
    /** What each column shows. */
    private final List<GeneratedText> written = new ArrayList<>();

    private final List<ShadedText> texts = new ArrayList<>();

    /** @param changed runs when another temperature is wanted */
    TemperatureColumns(Runnable changed) {
        getStyleClass().addAll("xray-columns", "fields");
        for (int i = 0; i < temperatures.size(); i++) {
            int column = i;
            getColumnConstraints().addAll(RowLayouts.percent(100.0 / temperatures.size()));
            temperatures.get(i).onChange(changed);
            ShadedText text = new ShadedText("temperature-text-" + (i + 1), index -> reading(column, index));
            texts.add(text);
            addColumn(i, temperatures.get(i), text);
        }
    }

    private static NumberField field(int column, double usual) {
        return new NumberField("temperature-" + column, "Temperature", XrayPage.TEMPERATURES, usual);
    }

    /** The same request at each of the temperatures. */
    List<SampleRequest> requests(SampleRequest request) {
        return temperatures.stream()
                .map(field -> request.with(request.settings().withTemperature(field.value())))
                .toList();
    }

    void show(List<GeneratedText> now) {
        written.clear();
        written.addAll(now);
        IntStream.range(0, now.size()).forEach(i -> texts.get(i).show(now.get(i).shading(Optional.empty())));
    }

    /** Forgets texts of a model that is gone. */
    void clear() {
        written.clear();
        texts.forEach(text -> text.show(Shading.NONE));
    }

    private String reading(int column, int index) {
        return column < written.size() ? written.get(column).reading(index) : "";
    }
}
