package uplink.document.boundary;

/**
 * A template in force.
 *
 * @param language {@code ru} or {@code en}
 * @param no of its version; 0: the one that came with the release
 */
public record DocumentTemplate(TemplateKind kind, String language, int no, String body) {}
