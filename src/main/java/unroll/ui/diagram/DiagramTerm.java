package unroll.ui.diagram;

/**
 * A symbol with what stands above and below its line, or plain words. In every part an underscore lowers the character
 * after it: "T_x".
 *
 * @param base what stands on the line
 * @param above what is raised, such as "⟨t⟩"
 * @param below what is lowered, such as "aa"
 * @param accent an arrow over the base
 * @param face how it is set
 */
record DiagramTerm(String base, String above, String below, Accent accent, Face face) {
    /** Size of raised and lowered parts. */
    static final double SCRIPT = 0.7;

    /** What stands over a base. */
    enum Accent {
        NONE,
        FORWARD,
        BACKWARD
    }

    /** How a term is set. */
    enum Face {
        FORMULA(1),
        WEIGHT(0.88),
        WORDS(0.8),
        HEADING(1.05);

        private final double size;

        Face(double size) {
            this.size = size;
        }

        /** In units of the text's height. */
        double size() {
            return size;
        }
    }

    /** A value at a step: a⟨t⟩. */
    static DiagramTerm at(String symbol, String time) {
        return new DiagramTerm(symbol, time.isEmpty() ? "" : "⟨" + time + "⟩", "", Accent.NONE, Face.FORMULA);
    }

    /** A matrix, named by where it leads and where it comes from. */
    static DiagramTerm weight(String index) {
        return new DiagramTerm("W", "", index, Accent.NONE, Face.WEIGHT);
    }

    /** A formula on one line, such as "t = T_x". */
    static DiagramTerm formula(String formula) {
        return new DiagramTerm(formula, "", "", Accent.NONE, Face.WEIGHT);
    }

    static DiagramTerm words(String words) {
        return new DiagramTerm(words, "", "", Accent.NONE, Face.WORDS);
    }

    static DiagramTerm heading(String words) {
        return new DiagramTerm(words, "", "", Accent.NONE, Face.HEADING);
    }

    /** Of this layer; nothing to say where there is only one. */
    DiagramTerm ofLayer(String layer) {
        return layer.isEmpty() ? this : new DiagramTerm(base, "[" + layer + "]" + above, below, accent, face);
    }

    DiagramTerm with(Accent over) {
        return new DiagramTerm(base, above, below, over, face);
    }

    /** The width to keep free for it, in units of the text's height; no less than it takes in any usual font. */
    double width() {
        return face.size() * (letters(base) + SCRIPT * Math.max(letters(above), letters(below)));
    }

    double height() {
        return face.size() * (above.isEmpty() && below.isEmpty() ? 1 : 1.3);
    }

    private static double letters(String text) {
        return text.chars().mapToDouble(DiagramTerm::width).sum();
    }

    private static double width(int letter) {
        return switch (letter) {
            case '_' -> 0;
            case 'r', 't' -> 0.5;
            case 'W' -> 1.1;
            case '⟨', '⟩', '[', ']' -> 0.44;
            case 'T', '+', '−', '=' -> 0.8;
            default -> 0.62;
        };
    }
}
