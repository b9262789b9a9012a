package unroll.ui.projector;

/** What of the window is seen. */
public enum PresentationLayout {
    /** All of it, as the user has it: no projector. */
    OFF,
    /** All of it, in large type. */
    WHOLE,
    /** One page of the center. */
    PAGE,
    /** One page of the center, and what the network writes beside it. */
    PAGE_AND_SAMPLES,
    /** What the network writes. */
    SAMPLES;

    /** Whether one panel has the window to itself. */
    public boolean isSpotlight() {
        return this != OFF && this != WHOLE;
    }

    public boolean showsSettings() {
        return !isSpotlight();
    }

    public boolean showsPage() {
        return this != SAMPLES;
    }

    public boolean showsSamples() {
        return this != PAGE;
    }

    /** The samples put beside a page, or taken away again. */
    PresentationLayout withSamplesToggled() {
        return switch (this) {
            case PAGE -> PAGE_AND_SAMPLES;
            case PAGE_AND_SAMPLES -> PAGE;
            case OFF, WHOLE, SAMPLES -> this;
        };
    }
}
