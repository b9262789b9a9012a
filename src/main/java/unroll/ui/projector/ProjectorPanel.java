package unroll.ui.projector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.ui.pages.Page;

/**
 * Something that can be shown alone.
 *
 * @param key that chooses it; empty where there are no more digits
 * @param title for the bar
 * @param layout what is seen at first
 * @param page of the center; null where the panel is none
 */
record ProjectorPanel(
        String key,
        String title,
        PresentationLayout layout,
        @Nullable Page page) {
    /**
     * The whole window under 0, each page under the digit it has in the menu, and the samples under S. The first page,
     * where the loss is, comes with the samples beside it. A lesson that is open is under L.
     */
    static List<ProjectorPanel> of(List<Page> pages, boolean lesson) {
        List<ProjectorPanel> panels = new ArrayList<>();
        panels.add(new ProjectorPanel("0", "Whole window", PresentationLayout.WHOLE, null));
        for (Page page : pages) {
            PresentationLayout layout =
                    page.shortcut().equals("1") ? PresentationLayout.PAGE_AND_SAMPLES : PresentationLayout.PAGE;
            panels.add(new ProjectorPanel(page.shortcut(), page.getText(), layout, page));
        }
        panels.add(new ProjectorPanel("S", "Samples", PresentationLayout.SAMPLES, null));
        if (lesson) {
            panels.add(new ProjectorPanel("L", "Lesson", PresentationLayout.LESSON, null));
        }
        return panels;
    }

    /** Whether this is what is seen. */
    boolean isShown(PresentationLayout now, @Nullable Page selected) {
        return page == null
                ? layout == now
                : page == selected && (now == PresentationLayout.PAGE || now == PresentationLayout.PAGE_AND_SAMPLES);
    }

    /** Key and title, and what stands beside it in a layout. */
    String words(PresentationLayout shown) {
        return "%s %s%s"
                .formatted(key, title, shown == PresentationLayout.PAGE_AND_SAMPLES ? " + samples" : "")
                .strip();
    }
}
