package uplink.document.boundary;

/**
 * A file to hand out.
 *
 * @param name of the file, in ASCII
 * @param sha256 of the content, in hexadecimal digits
 */
public record Paper(String name, byte[] pdf, String sha256) {}
