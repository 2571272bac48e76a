package uplink.ear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The demo's staff at the console, each signed in once for all test classes, with what the API says they may. */
final class ConsoleStaff {

    static final List<String> ROLES = List.of("admin", "operator", "tech", "accountant");

    private static final Map<String, ConsoleStaff> SIGNED_IN = new ConcurrentHashMap<>();

    private final ConsoleClient console;
    private final Set<String> permissions = new HashSet<>();

    private ConsoleStaff(String role) {
        LiveUplink uplink = LiveUplink.shared();
        JsonNode user =
                Api.json(DemoStaff.signIn(uplink, role + "@demo.uplink")).path("user");
        user.path("permissions").forEach(code -> permissions.add(code.asText()));
        console = new ConsoleClient(uplink, null).signIn(uplink, role + "@demo.uplink");
    }

    static ConsoleStaff of(String role) {
        return SIGNED_IN.compute(
                role, (key, known) -> known != null && known.isSignedIn() ? known : new ConsoleStaff(key));
    }

    ConsoleClient console() {
        return console;
    }

    boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Another test may have ended the session, or restarted the server. */
    private boolean isSignedIn() {
        return console.get("/account").statusCode() == 200;
    }
}
