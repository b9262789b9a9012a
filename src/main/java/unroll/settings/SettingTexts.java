package unroll.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * What a setting is called, from the file settings.properties.
 *
 * @param title for a heading: "Learning rate"
 * @param label for the field in the window: with its unit, and an underscore before the mnemonic; the title where the file has none
 * @param what begins a sentence about it; "The" and the title where the file has none
 * @param help the first sentence says what it is, the others what changing it does
 */
record SettingTexts(String title, String label, String what, String help) {
    private static final Properties FILE = read();

    /** @param id of the setting */
    static SettingTexts of(String id) {
        String title = Objects.requireNonNull(FILE.getProperty(id + ".title"), id);
        return new SettingTexts(
                title,
                FILE.getProperty(id + ".label", title),
                FILE.getProperty(id + ".called", "The " + title.toLowerCase(Locale.ROOT)),
                Objects.requireNonNull(FILE.getProperty(id + ".help"), id));
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(SettingTexts.class.getResourceAsStream("settings.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
