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
    SAMPLES,
    /** The lesson that is open. */
    LESSON;

    /** Whether one panel has the window to itself. */
    public boolean isSpotlight() {
        return this != OFF && this != WHOLE;
    }

    public boolean showsSettings() {
        return !isSpotlight() || this == LESSON;
    }

    public boolean showsPage() {
        return this != SAMPLES && this != LESSON;
    }

    public boolean showsSamples() {
        return this != PAGE && this != LESSON;
    }

    /** The samples put beside a page, or taken away again. */
    PresentationLayout withSamplesToggled() {
        return switch (this) {
            case PAGE -> PAGE_AND_SAMPLES;
            case PAGE_AND_SAMPLES -> PAGE;
            case OFF, WHOLE, SAMPLES, LESSON -> this;
        };
    }
}
