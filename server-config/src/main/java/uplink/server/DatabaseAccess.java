package uplink.server;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the database is and who may do what there.
 *
 * @param url JDBC URL without driver settings of our own
 * @param user the application's role: works with the rows
 * @param owner the role that owns the schema and runs the migrations; may be the same as {@code user}
 */
record DatabaseAccess(String url, String user, String password, String owner, String ownerPassword) {

    static final String EXTERNAL = "UPLINK_DB_URL";

    /** The external database named by {@code UPLINK_DB_URL}. */
    static DatabaseAccess external(Environment environment) {
        String url = jdbc(environment.need(EXTERNAL, EXTERNAL));
        String user = environment.need("UPLINK_DB_USER", EXTERNAL);
        String password = environment.need("UPLINK_DB_PASSWORD", EXTERNAL);
        String owner = environment.get("UPLINK_DB_OWNER_USER", user);
        String ownerPassword = owner.equals(user)
                ? environment.get("UPLINK_DB_OWNER_PASSWORD", password)
                : environment.need("UPLINK_DB_OWNER_PASSWORD", "UPLINK_DB_OWNER_USER");
        return new DatabaseAccess(url, user, password, owner, ownerPassword);
    }

    /** The URL of the application's pool: bounded waiting, batches in one statement, a name in {@code pg_stat_activity}. */
    String poolUrl() {
        return with(
                "ApplicationName=uplink&reWriteBatchedInserts=true&connectTimeout=5&socketTimeout=600&tcpKeepAlive=true");
    }

    /** The URL of the small pool for limits: who asks there rather goes without an answer than waits. */
    String limitsUrl() {
        return with("ApplicationName=uplink-limits&connectTimeout=1&socketTimeout=1&tcpKeepAlive=true");
    }

    private String with(String settings) {
        return url + (url.contains("?") ? "&" : "?") + settings;
    }

    private static String jdbc(String url) {
        String rest = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        try {
            URI uri = new URI(rest.split("\\?", 2)[0]);
            boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (postgres
                    && uri.getRawUserInfo() == null
                    && uri.getPath() != null
                    && uri.getPath().length() > 1) {
                return "jdbc:postgresql" + rest.substring(uri.getScheme().length());
            }
        } catch (URISyntaxException e) {
            // falls through to the refusal
        }
        throw new StartFailure(EXTERNAL + " must look like postgresql://host:5432/name; user and password go into"
                + " UPLINK_DB_USER and UPLINK_DB_PASSWORD.");
    }
}
