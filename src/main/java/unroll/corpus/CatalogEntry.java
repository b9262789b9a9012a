package unroll.corpus;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A public text that can be downloaded.
 *
 * @param id short name in lower case letters, digits and hyphens; also the name of the cached file
 * @param title what the window calls it
 * @param description one or two sentences
 * @param address http or https address
 * @param license under which terms it is offered
 * @param bytes exact length of the file, at least 1
 * @param sha256 digest of the file, 64 hexadecimal digits
 * @param encoding name of the character encoding
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogEntry(
        String id,
        String title,
        String description,
        URI address,
        String license,
        long bytes,
        String sha256,
        String encoding) {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException with a sentence where a part is missing or cannot be */
    public CatalogEntry {
        require(id != null && ID.matcher(id).matches(), id, "id", "lower case letters, digits and hyphens");
        require(title != null && !title.isBlank(), id, "title", "a few words");
        require(description != null, id, "description", "a sentence");
        require(isWeb(address), id, "address", "an http or https address with a host");
        require(license != null && !license.isBlank(), id, "license", "its terms");
        require(bytes > 0, id, "length in bytes", "a positive number");
        require(
                sha256 != null && SHA256.matcher(sha256).matches(),
                id,
                "SHA-256",
                "64 hexadecimal digits in lower case");
        require(encoding != null && isCharset(encoding), id, "encoding", "one that Java knows, such as UTF-8");
    }

    /** How to decode it. */
    public Charset charset() {
        return Charset.forName(encoding);
    }

    /** The host that offers it. */
    String host() {
        return address.getHost();
    }

    private static boolean isWeb(URI address) {
        if (address == null || address.getScheme() == null || address.getHost() == null) {
            return false;
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http");
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (java.nio.charset.IllegalCharsetNameException e) {
            return false;
        }
    }

    private static void require(boolean holds, String id, String part, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The catalog entry \"" + id + "\" needs as its " + part + " " + expected + ".");
        }
    }
}
