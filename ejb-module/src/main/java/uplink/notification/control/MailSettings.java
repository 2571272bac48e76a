package uplink.notification.control;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where mails go.
 *
 * @param server {@code smtp://user:password@host:port} or {@code smtps://…}; null: files
 * @param from the sender's address
 * @param directory of the files
 * @param bounces the envelope's sender, to whom what cannot be delivered comes back; null: the sender
 */
record MailSettings(@Nullable URI server, String from, Path directory, @Nullable String bounces) {

    private static final String CONNECT_MILLIS = "5000";
    private static final String TALK_MILLIS = "10000";

    /** {@code IllegalArgumentException} when the address is none. */
    static MailSettings of(String url, String from, Path directory) {
        return of(url, from, directory, null);
    }

    /**
     * The same.
     *
     * @param bounces where letters that cannot be delivered come back to; null: to the sender's address
     */
    static MailSettings of(String url, String from, Path directory, @Nullable String bounces) {
        URI server = url.isEmpty() ? null : URI.create(url);
        if (server != null && (!isSmtp(server) || server.getHost() == null)) {
            throw new IllegalArgumentException("UPLINK_SMTP_URL must be smtp://host:port or smtps://host:port");
        }
        return new MailSettings(server, from.isEmpty() ? "uplink@localhost" : from, directory, bounces);
    }

    /** What Jakarta Mail needs to know: nothing waits for ever, and a password never travels in the clear. */
    Properties properties() {
        Properties properties = new Properties();
        if (server == null) {
            return properties;
        }
        String scheme = server.getScheme();
        String prefix = "mail." + scheme + ".";
        properties.setProperty("mail.transport.protocol", scheme);
        if (bounces != null) {
            properties.setProperty(prefix + "from", bounces);
        }
        properties.setProperty(prefix + "host", server.getHost());
        properties.setProperty(prefix + "port", Integer.toString(port()));
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", TALK_MILLIS);
        properties.setProperty(prefix + "writetimeout", TALK_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", Boolean.toString(user() != null));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", Boolean.toString(user() != null && !isOnThisMachine()));
        return properties;
    }

    @Nullable
    String user() {
        String[] parts = credentials();
        return parts.length == 0 ? null : parts[0];
    }

    @Nullable
    String password() {
        String[] parts = credentials();
        return parts.length < 2 ? null : parts[1];
    }

    /** The part of the sender's address that names us. */
    String host() {
        return from.substring(from.indexOf('@') + 1);
    }

    private int port() {
        if (server == null || server.getPort() > 0) {
            return server == null ? 0 : server.getPort();
        }
        return "smtps".equals(server.getScheme()) ? 465 : 587;
    }

    private String[] credentials() {
        String given = server == null ? null : server.getRawUserInfo();
        if (given == null) {
            return new String[0];
        }
        String[] parts = given.split(":", 2);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = URLDecoder.decode(parts[i].replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        return parts;
    }

    private boolean isOnThisMachine() {
        try {
            return server != null && InetAddress.getByName(server.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isSmtp(URI address) {
        return "smtp".equals(address.getScheme()) || "smtps".equals(address.getScheme());
    }
}
