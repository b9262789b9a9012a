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
 * @param light what is seen at first
 * @param page of the centre; null where the panel is none
 */
record Panel(
        String key, String title, Light light, @Nullable Page page) {
    /**
     * The whole window under 0, each page under the digit it has in the menu, and the samples under S. The first page,
     * where the loss is, comes with the samples beside it.
     */
    static List<Panel> of(List<Page> pages) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel("0", "Whole window", Light.WHOLE, null));
        for (Page page : pages) {
            Light light = page.shortcut().equals("1") ? Light.PAGE_AND_SAMPLES : Light.PAGE;
            panels.add(new Panel(page.shortcut(), page.getText(), light, page));
        }
        panels.add(new Panel("S", "Samples", Light.SAMPLES, null));
        return panels;
    }

    /** Whether this is what is seen. */
    boolean isShown(Light now, @Nullable Page selected) {
        return page == null ? light == now : page == selected && (now == Light.PAGE || now == Light.PAGE_AND_SAMPLES);
    }

    /** Key and title, and what stands beside it in a light. */
    String words(Light lit) {
        return "%s %s%s"
                .formatted(key, title, lit == Light.PAGE_AND_SAMPLES ? " + samples" : "")
                .strip();
    }
}
