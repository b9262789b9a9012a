package unroll.ui;

import java.util.Locale;

/** The texts that ship with the program. */
enum BundledText {
    DRAMA("_Drama"),
    TALES("_Tales"),
    PLANTS("_Plants");

    private final String title;

    BundledText(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fileName() {
        return id() + ".txt";
    }
}
