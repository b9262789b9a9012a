package unroll.ui.lens;

/** Powers of ten as they are printed. */
final class Decades {
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Decades() {}

    /** 10⁻¹². */
    static String name(int power) {
        StringBuilder name = new StringBuilder(power < 0 ? "10⁻" : "10");
        for (char digit : String.valueOf(Math.abs(power)).toCharArray()) {
            name.append(DIGITS.charAt(digit - '0'));
        }
        return name.toString();
    }
}
