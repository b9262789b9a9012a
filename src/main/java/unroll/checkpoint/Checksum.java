package unroll.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a whole file, kept in the file itself: 64 hexadecimal digits at a fixed place, the first entry of the
 * metadata, which count as zeros while the digest is taken. So it covers every other byte, header and numbers alike.
 */
final class Checksum {
    static final String NAME = "sha256";

    /** What stands in the place of the digits while the digest is taken. */
    static final String OPEN = "0".repeat(64);

    private static final String BEFORE = "{\"" + SafetensorsWriter.METADATA + "\":{\"" + NAME + "\":\"";
    private static final int FROM = Long.BYTES + BEFORE.length();
    private static final int TO = FROM + OPEN.length();

    /** Bytes from a file's start that {@link #isOn} needs. */
    static final int READ_LENGTH = TO + 1;

    private final MessageDigest digest;

    Checksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    /** Whether a file that starts with these bytes has a checksum. */
    static boolean isOn(byte[] header) {
        byte[] before = BEFORE.getBytes(StandardCharsets.US_ASCII);
        return header.length > TO && Arrays.equals(header, Long.BYTES, FROM, before, 0, before.length);
    }

    /** The checksum of a file, given the file's length field and header. */
    static String read(byte[] header) {
        return new String(header, FROM, TO - FROM, StandardCharsets.US_ASCII);
    }

    /** Puts a blank checksum in the place of the one in the header. */
    static void open(byte[] header) {
        System.arraycopy(OPEN.getBytes(StandardCharsets.US_ASCII), 0, header, FROM, OPEN.length());
    }

    /** Takes in the file's next bytes, the header with a blank checksum first. */
    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** The 64 digits over everything taken in. */
    String digits() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Puts the digits into the header. */
    void stamp(byte[] header) {
        System.arraycopy(digits().getBytes(StandardCharsets.US_ASCII), 0, header, FROM, OPEN.length());
    }
}
