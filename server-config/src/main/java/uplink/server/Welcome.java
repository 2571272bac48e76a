package uplink.server;

import java.time.Duration;

/** What {@code run} says once Uplink is ready: addresses, and how to get in for the first time. */
record Welcome(DataDirectory data, Settings settings) {
    static final String FIRST_ADMIN = "first-admin";
    private static final String DEMO = "demo-password";

    void print(Duration took) {
        String url = settings.publicUrl();
        Say.line("READY " + url);
        Say.line("  console  " + url + "/admin/");
        Say.line("  API      " + url + "/api/v1   documentation " + url + "/api/docs");
        Say.line("  logs     " + data.logs());
        Say.line("  health   http://127.0.0.1:" + settings.managementPort() + "/health   started in " + took.toSeconds()
                + " s");
        if (settings.demo()) {
            Say.secret("  sign in  admin@demo.uplink with the password " + demoPassword(data, settings.environment()));
        } else if (FirstAdministrator.isMissing(settings.database())) {
            String token = data.secrets().password(FIRST_ADMIN);
            Say.secret("First administrator: " + url + "/admin/setup?token=" + token);
        }
    }

    static String demoPassword(DataDirectory data, Environment environment) {
        String given = environment.get("UPLINK_DEMO_PASSWORD");
        return given == null ? data.secrets().shortPassword(DEMO) : given;
    }
}
