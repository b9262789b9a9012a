package unroll.session.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements that XML and HTML read alike. Whatever is passed as text or as the value of an attribute stays text: there
 * is no way in for markup.
 */
final class MarkupWriter {
    /** How every page begins. */
    static final String DOCTYPE = "<!DOCTYPE html>";

    private static final int CONTROL_PICTURES = 0x2400;

    private final StringBuilder out = new StringBuilder(DOCTYPE).append('\n');
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    MarkupWriter open(String tag, String... attributes) {
        begin(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    MarkupWriter close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element without content. */
    MarkupWriter empty(String tag, String... attributes) {
        begin(tag, attributes);
        out.append("/>\n");
        return this;
    }

    MarkupWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    MarkupWriter text(String text) {
        append(text);
        return this;
    }

    private void begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            append(attributes[i + 1]);
            out.append('"');
        }
    }

    private void append(String text) {
        text.codePoints().forEach(this::append);
    }

    private void append(int c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\n', '\t' -> out.append((char) c);
            default -> out.appendCodePoint(visible(c));
        }
    }

    /** Neither XML nor HTML may hold control characters, halves of pairs and what is no character. */
    private static int visible(int c) {
        if (c < ' ') {
            return CONTROL_PICTURES + c;
        }
        boolean forbidden = c >= 0x7f && c < 0xa0 || c >= 0xd800 && c < 0xe000 || (c & 0xfffe) == 0xfffe;
        return forbidden ? 0xfffd : c;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
