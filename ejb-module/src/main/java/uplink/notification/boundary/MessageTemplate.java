package uplink.notification.boundary;

/**
 * What a message says.
 *
 * @param language {@code ru} or {@code en}
 * @param no of its version; 0: the one that came with the release
 * @param subject of a letter or a push; empty where there is none
 */
public record MessageTemplate(
        NoticeKind kind, NoticeChannel channel, String language, int no, String subject, String body) {}
