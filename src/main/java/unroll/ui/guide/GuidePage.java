package unroll.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the user guide, as Markdown.
 *
 * @param path within the guide, such as {@code user-guide/race.md}
 */
record GuidePage(String path, List<String> lines) {
    /** What a newcomer reads first. */
    private static final String FIRST = "user-guide/five-minutes.md";

    private static final String MAIN = "user-guide.md";
    /** Leads to all further pages, in their order. */
    private static final String CONTENTS = "user-guide/README.md";

    private static final Pattern LINK = Pattern.compile("\\]\\(([\\w./-]+\\.md)\\)");

    /**
     * A heading and what stands below it.
     *
     * @param level 1 for the page's title, 2 for a section
     * @param number of the heading within the page, from 0
     */
    record Section(GuidePage page, int level, int number, String title, String text) {
        boolean contains(String words) {
            String all = (title + "\n" + text).toLowerCase(Locale.ROOT);
            return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                    .allMatch(all::contains);
        }
    }

    /** All pages of the guide, each once, in the order in which they are read. */
    static List<GuidePage> all() {
        Set<String> paths = new LinkedHashSet<>(List.of(FIRST, MAIN, CONTENTS));
        Matcher link = LINK.matcher(String.join("\n", read(CONTENTS).lines));
        while (link.find()) {
            String path = resolve(CONTENTS, link.group(1));
            if (path.startsWith("user-guide/")) {
                paths.add(path);
            }
        }
        return paths.stream().map(GuidePage::read).toList();
    }

    private static GuidePage read(String path) {
        try (InputStream in = resource(path).openStream()) {
            return new GuidePage(
                    path,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the guide: a page or a picture. */
    static URL resource(String path) {
        return Objects.requireNonNull(
                GuidePage.class.getResource("/unroll/guide/" + path), "The program lacks its file " + path + ".");
    }

    private static String resolve(String from, String link) {
        return URI.create(from).resolve(link).getPath();
    }

    /** Where a link of this page leads to. */
    String resolve(String link) {
        return resolve(path, link);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String title = "";
        int level = 0;
        for (String line : lines) {
            if (line.startsWith("# ") || line.startsWith("## ")) {
                add(sections, level, title, text);
                level = line.startsWith("## ") ? 2 : 1;
                title = line.substring(level + 1);
            } else {
                text.append(line).append('\n');
            }
        }
        add(sections, level, title, text);
        return sections;
    }

    private void add(List<Section> sections, int level, String title, StringBuilder text) {
        if (level > 0) {
            sections.add(new Section(this, level, sections.size(), title, text.toString()));
        }
        text.setLength(0);
    }
}
