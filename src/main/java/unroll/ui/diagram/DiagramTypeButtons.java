package unroll.ui.diagram;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import unroll.ui.control.Nodes;

/** A button for each kind, of one size, in one row where there is room and in two where there is not. */
final class DiagramTypeButtons extends Region {
    private static final double GAP_EM = 0.4;
    private static final double MIN_EM = 5.3;
    private static final int HALF = (DiagramType.values().length + 1) / 2;

    private final ToggleGroup group = new ToggleGroup();
    private final Map<DiagramType, ToggleButton> buttons = new EnumMap<>(DiagramType.class);
    /** Tells the text's height. */
    private final Label ruler = new Label();

    /** @param chosen told of each new choice */
    DiagramTypeButtons(Consumer<DiagramType> chosen) {
        getStyleClass().add("kind-buttons");
        Nodes.show(ruler, false);
        getChildren().add(ruler);
        for (DiagramType kind : DiagramType.values()) {
            ToggleButton button = button(kind);
            buttons.put(kind, button);
            getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                // One is always chosen: pressing it again changes nothing.
                group.selectToggle(before);
            } else if (before == null || !before.getUserData().equals(now.getUserData())) {
                chosen.accept((DiagramType) now.getUserData());
            }
        });
    }

    private ToggleButton button(DiagramType kind) {
        ToggleButton button = new ToggleButton(kind.shortTitle(), Thumbnail.of(kind));
        button.setId("kind-" + kind.id());
        button.setUserData(kind);
        button.setToggleGroup(group);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setWrapText(true);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setTextAlignment(TextAlignment.CENTER);
        button.setAccessibleText(kind.title());
        button.setAccessibleHelp(kind.words());
        button.getStyleClass().add("kind-button");
        return button;
    }

    void choose(DiagramType kind) {
        group.selectToggle(buttons.get(kind));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return HALF * MIN_EM * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width);
        int rows = (buttons.size() + columns - 1) / columns;
        return rows * buttonHeight(buttonWidth(width, columns)) + (rows - 1) * gap();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double width = buttonWidth(getWidth(), columns);
        double height = buttonHeight(width);
        int place = 0;
        for (ToggleButton button : buttons.values()) {
            double x = place % columns * (width + gap());
            double y = place / columns * (height + gap());
            layoutInArea(button, x, y, width, height, 0, HPos.CENTER, VPos.CENTER);
            place++;
        }
    }

    private int columns(double width) {
        return buttonWidth(width, buttons.size()) >= MIN_EM * em() ? buttons.size() : HALF;
    }

    private double buttonWidth(double width, int columns) {
        return Math.floor((width - (columns - 1) * gap()) / columns);
    }

    private double buttonHeight(double width) {
        return buttons.values().stream()
                .mapToDouble(button -> button.prefHeight(width))
                .max()
                .orElse(0);
    }

    private double gap() {
        return Math.round(GAP_EM * em());
    }

    private double em() {
        return ruler.getFont().getSize();
    }
}
