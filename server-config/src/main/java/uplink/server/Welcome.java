package uplink.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code run} says once Uplink is ready: one line with every address, then how to get in for the first time.
 *
 * @param contextRoots of the applications in the EAR; the customers' cabinet is the one at {@code /}, where there is one
 */
record Welcome(DataDirectory data, Settings settings, List<String> contextRoots) {
    static final String FIRST_ADMIN = "first-admin";
    private static final String DEMO = "demo-password";

    void print(Duration took) {
        String url = settings.publicUrl();
        Say.line(addresses(url, contextRoots));
        Say.line("  API documentation  " + url + "/api/docs");
        Say.line("  health, metrics    http://127.0.0.1:" + settings.managementPort() + "/health and /metrics");
        Say.line("  logs               " + data.logs() + "   started in " + took.toSeconds() + " s");
        if (settings.demo()) {
            Say.secret("  demo password      " + demoPassword(data, settings.environment()) + "   for all of these:");
            users(DemoUsers.of(settings.database())).forEach(Say::line);
            secondFactor(new DemoKeys(data, settings.environment()));
        } else if (FirstAdministrator.isMissing(settings.database())) {
            String token = data.secrets().password(FIRST_ADMIN);
            Say.secret("First administrator: " + url + "/admin/setup?token=" + token);
        }
    }

    /** The line that says that people can be served, and where. */
    static String addresses(String url, List<String> contextRoots) {
        String line = "READY " + url + "  console " + url + "/admin/  API " + url + "/api/v1";
        return contextRoots.contains("/") ? line + "  cabinet " + url + "/" : line;
    }

    /** A line for each role; of many users the first and the last. */
    static List<String> users(Map<String, List<String>> byRole) {
        List<String> lines = new ArrayList<>();
        byRole.forEach((role, users) -> {
            String named =
                    users.size() <= 2 ? String.join(", ", users) : users.get(0) + " … " + users.get(users.size() - 1);
            lines.add("    " + role + " ".repeat(Math.max(1, 17 - role.length())) + named);
        });
        return lines;
    }

    static String demoPassword(DataDirectory data, Environment environment) {
        String given = environment.get("UPLINK_DEMO_PASSWORD");
        return given == null ? data.secrets().shortPassword(DEMO) : given;
    }

    private static void secondFactor(DemoKeys keys) {
        if (keys.areGiven()) {
            Say.line("  second factor      of the demo's staff: codes of the key in " + DemoKeys.GIVEN);
        } else {
            Say.line(
                    "  second factor      of the demo's staff: keys for an authenticator app, or oathtool --totp -b KEY");
            keys.lines().forEach(Say::secret);
        }
    }
}
