package unroll.session.plot;

import unroll.plot.Axis;
import unroll.session.run.Curves.Point;

/** What the horizontal axis of a chart counts. */
public enum XAxis {
    STEP("Step", "steps", Axis.AxisScale.WHOLE),
    EPOCH("Epoch", "epochs, passes over the training part", Axis.AxisScale.LINEAR),
    MINUTE("Minute", "minutes of training", Axis.AxisScale.LINEAR);

    private final String title;
    private final String axisTitle;
    private final Axis.AxisScale scale;

    XAxis(String title, String axisTitle, Axis.AxisScale scale) {
        this.title = title;
        this.axisTitle = axisTitle;
        this.scale = scale;
    }

    /** Its name in a list. */
    public String title() {
        return title;
    }

    /** What stands below the axis. */
    public String axisTitle() {
        return axisTitle;
    }

    /** The place of a point. */
    public double of(Point point) {
        return switch (this) {
            case STEP -> point.step();
            case EPOCH -> point.epoch();
            case MINUTE -> point.seconds() / 60;
        };
    }

    /** From 0 to the last of these places. */
    public Axis upTo(double last) {
        return Axis.upTo(scale, last);
    }
}
