package uplink.notification.control;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox to which letters that cannot be delivered come back.
 *
 * @param box {@code imaps://user:password@host/FOLDER} or, for a server on this machine, {@code imap://…}; null: there is
 *     none
 */
record BounceSettings(@Nullable URI box) {

    private static final String CONNECT_MILLIS = "5000";
    private static final String TALK_MILLIS = "20000";

    /** {@code IllegalArgumentException} when the address is none. */
    static BounceSettings of(String url) {
        URI box = url.isEmpty() ? null : URI.create(url);
        boolean known = box == null || "imaps".equals(box.getScheme()) || "imap".equals(box.getScheme());
        if (!known || box != null && (box.getHost() == null || box.getRawUserInfo() == null)) {
            throw new IllegalArgumentException("UPLINK_BOUNCE_URL must be imaps://user:password@host/FOLDER");
        }
        return new BounceSettings(box);
    }

    Properties properties() {
        Properties properties = new Properties();
        if (box == null) {
            return properties;
        }
        String prefix = "mail." + box.getScheme() + ".";
        properties.setProperty("mail.store.protocol", box.getScheme());
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", TALK_MILLIS);
        properties.setProperty(prefix + "writetimeout", TALK_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    String folder() {
        String path = box == null || box.getPath() == null ? "" : box.getPath().replaceFirst("^/", "");
        return path.isEmpty() ? "INBOX" : path;
    }

    String user() {
        return credential(0);
    }

    String password() {
        return credential(1);
    }

    private String credential(int at) {
        String[] parts = box == null ? new String[0] : box.getRawUserInfo().split(":", 2);
        return parts.length <= at ? "" : URLDecoder.decode(parts[at].replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
