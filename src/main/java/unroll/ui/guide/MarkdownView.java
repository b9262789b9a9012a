package unroll.ui.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.ui.control.Nodes;

/** A page of the guide: headings, paragraphs, lists, tables, pictures and code, as far as the guide uses Markdown. */
final class MarkdownView extends VBox {
    private static final Pattern INLINE = Pattern.compile(
            "\\*\\*(?<bold>.+?)\\*\\*|\\*(?<italic>.+?)\\*|`(?<code>[^`]+)`|\\[(?<link>.+?)\\]\\((?<to>.+?)\\)");
    private static final Pattern PICTURE = Pattern.compile("!\\[(.*)\\]\\((.+)\\)");
    private static final Pattern ITEM = Pattern.compile("(- |\\d+\\. )(.*)");
    private static final Pattern TAG = Pattern.compile("</?\\w+>");

    private final GuidePage page;
    private final Consumer<String> opened;
    private final List<Node> headings = new ArrayList<>();

    /** @param opened gets the path of a page that a link leads to */
    MarkdownView(GuidePage page, Consumer<String> opened) {
        this.page = page;
        this.opened = opened;
        getStyleClass().add("guide");
        int at = 0;
        while (at < page.lines().size()) {
            at = block(at);
        }
    }

    /** The titles of its sections, in order. */
    List<Node> headings() {
        return headings;
    }

    /** Adds what begins at a line, and returns the line behind it. */
    private int block(int at) {
        String line = page.lines().get(at);
        Matcher picture = PICTURE.matcher(line);
        if (line.isBlank()) {
            return at + 1;
        } else if (line.startsWith("#")) {
            heading(line);
            return at + 1;
        } else if (picture.matches()) {
            picture(picture.group(2), picture.group(1));
            return at + 1;
        } else if (line.startsWith("```")) {
            return code(at + 1);
        } else if (line.startsWith("|")) {
            return table(at);
        }
        int end = at + 1;
        while (end < page.lines().size() && continues(page.lines().get(end))) {
            end++;
        }
        paragraph(String.join(" ", page.lines().subList(at, end)));
        return end;
    }

    private static boolean continues(String line) {
        return !line.isBlank()
                && !line.startsWith("#")
                && !line.startsWith("|")
                && !line.startsWith("```")
                && !ITEM.matcher(line).matches();
    }

    private void heading(String line) {
        int level = line.indexOf(' ');
        TextFlow heading = words(line.substring(level + 1));
        heading.getStyleClass().add("guide-heading-" + level);
        headings.add(heading);
        getChildren().add(heading);
    }

    private void picture(String link, String meaning) {
        ImageView view =
                new ImageView(new Image(GuidePage.resource(page.resolve(link)).toExternalForm(), true));
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(meaning);
        view.fitWidthProperty().bind(widthProperty().subtract(1));
        getChildren().add(view);
    }

    private int code(int from) {
        int end = from;
        while (end < page.lines().size() && !page.lines().get(end).startsWith("```")) {
            end++;
        }
        Label code = new Label(String.join("\n", page.lines().subList(from, end)));
        code.setWrapText(true);
        code.setMinHeight(USE_PREF_SIZE);
        code.getStyleClass().addAll("reading", "guide-code");
        getChildren().add(code);
        return end + 1;
    }

    private int table(int from) {
        GridPane table = Nodes.styled(new GridPane(), "guide-table");
        int at = from;
        while (at < page.lines().size() && page.lines().get(at).startsWith("|")) {
            String line = page.lines().get(at++);
            if (!line.startsWith("|--")) {
                String[] cells = line.substring(1).split("\\|");
                int row = table.getRowCount();
                for (int column = 0; column < cells.length; column++) {
                    TextFlow cell = words(cells[column].strip());
                    cell.getStyleClass().add(row == 0 ? "guide-table-head" : "guide-table-cell");
                    table.add(cell, column, row);
                }
            }
        }
        for (int column = 0; column < table.getColumnCount(); column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / table.getColumnCount());
            table.getColumnConstraints().add(share);
        }
        getChildren().add(table);
        return at;
    }

    private void paragraph(String text) {
        Matcher item = ITEM.matcher(text);
        if (item.matches()) {
            Label mark = new Label(item.group(1).startsWith("-") ? "•" : item.group(1));
            mark.setMinWidth(USE_PREF_SIZE);
            TextFlow words = words(item.group(2));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = Nodes.styled(new HBox(mark, words), "guide-item");
            getChildren().add(line);
        } else {
            getChildren().add(words(text));
        }
    }

    private TextFlow words(String marked) {
        String text = TAG.matcher(marked).replaceAll("").replace("\\|", "|").replaceAll("  +", " ");
        TextFlow flow = new TextFlow();
        Matcher inline = INLINE.matcher(text);
        int from = 0;
        while (inline.find()) {
            add(flow, text.substring(from, inline.start()), "guide-plain");
            from = inline.end();
            if (inline.group("link") != null) {
                link(flow, inline.group("link").replace("`", ""), inline.group("to"));
            } else {
                for (String style : List.of("bold", "italic", "code")) {
                    String words = inline.group(style);
                    add(flow, words == null ? "" : words, "guide-" + style);
                }
            }
        }
        add(flow, text.substring(from), "guide-plain");
        return flow;
    }

    private static void add(TextFlow flow, String words, String style) {
        if (!words.isEmpty()) {
            Text run = Nodes.styled(new Text(words), style);
            flow.getChildren().add(run);
        }
    }

    /** To another page of the guide; what else the documents link to stays plain words. */
    private void link(TextFlow flow, String words, String to) {
        String path = page.resolve(to);
        if (path.startsWith("user-guide")) {
            Hyperlink link = new Hyperlink(words);
            link.setOnAction(event -> opened.accept(path));
            flow.getChildren().add(link);
        } else {
            add(flow, words, "guide-plain");
        }
    }
}
