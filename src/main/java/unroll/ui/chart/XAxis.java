package unroll.ui.chart;

import unroll.session.run.Curves.Point;

/** What a chart counts along its foot. */
public enum XAxis {
    STEP("Step", "steps"),
    EPOCH("Epoch", "epochs, passes over the training part"),
    MINUTE("Minute", "minutes of training");

    private final String title;
    private final String axisTitle;

    XAxis(String title, String axisTitle) {
        this.title = title;
        this.axisTitle = axisTitle;
    }

    public String title() {
        return title;
    }

    String axisTitle() {
        return axisTitle;
    }

    double of(Point point) {
        return switch (this) {
            case STEP -> point.step();
            case EPOCH -> point.epoch();
            case MINUTE -> point.seconds() / 60;
        };
    }
}
