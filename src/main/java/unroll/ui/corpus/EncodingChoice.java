package unroll.ui.corpus;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.ui.control.Choice;
import unroll.ui.control.Tips;

/** How the bytes of a file become characters: detected, and to be overruled. */
final class EncodingChoice extends ComboBox<Charset> {
    private final TextOpener texts;
    private @Nullable Charset present;

    EncodingChoice(TextOpener texts) {
        this.texts = texts;
        setId("encoding-choice");
        setAccessibleText("Encoding of the file");
        getItems()
                .setAll(Stream.of(
                                "UTF-8",
                                "UTF-16LE",
                                "UTF-16BE",
                                "windows-1252",
                                "ISO-8859-15",
                                "windows-1250",
                                "windows-1251",
                                "KOI8-R",
                                "windows-1253",
                                "windows-1254",
                                "windows-1255",
                                "GB18030",
                                "Big5",
                                "Shift_JIS",
                                "EUC-JP",
                                "EUC-KR",
                                "IBM437",
                                "IBM850")
                        .filter(Charset::isSupported)
                        .map(Charset::forName)
                        .toList());
        setConverter(Choice.names(charset -> charset.displayName(Locale.ROOT)));
        Tips.on(
                this,
                "How bytes become characters; it is detected. Choose another where the preview looks"
                        + " garbled, and the file is read again.");
        setDisable(true);
        valueProperty().subscribe(this::chosen);
        // Where the file could not be read so, what is open is shown again.
        texts.loadingProperty().subscribe(loading -> {
            if (loading == null) {
                setValue(present);
            }
        });
    }

    /** A bundled or pasted text has no bytes to decode again. */
    void show(Corpus corpus) {
        present = corpus.charset();
        setValue(present);
        setDisable(corpus.file() == null);
    }

    private void chosen(@Nullable Charset charset) {
        if (charset != null && !charset.equals(present)) {
            texts.decode(charset);
        }
    }
}
