package unroll.corpus;

import java.net.URI;
import java.nio.charset.Charset;

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
public record CatalogEntry(
        String id,
        String title,
        String description,
        URI address,
        String license,
        long bytes,
        String sha256,
        String encoding) {
    public Charset charset() {
        return Charset.forName(encoding);
    }

    String host() {
        return address.getHost();
    }
}
