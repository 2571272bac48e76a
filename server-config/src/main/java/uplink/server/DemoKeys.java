package uplink.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The seeds of the authenticators of the demo's staff, in base 32: the one in {@code UPLINK_DEMO_TOTP} for all of them,
 * else a random one for each, made at the first start and kept with the demo's password.
 */
record DemoKeys(DataDirectory data, Environment environment) {
    static final String GIVEN = "UPLINK_DEMO_TOTP";
    private static final List<String> STAFF = List.of("admin", "operator", "tech", "accountant");
    private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]{16,128}");

    boolean areGiven() {
        return environment.get(GIVEN) != null;
    }

    /** By the part of their address before the @. */
    Map<String, String> byName() {
        String given = given();
        Map<String, String> keys = new LinkedHashMap<>();
        for (String name : STAFF) {
            keys.put(name, given == null ? data.secrets().seed("demo-totp-" + name) : given);
        }
        return keys;
    }

    /** How the application is told. */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        byName().forEach((name, key) -> variables.put(GIVEN + "_" + name.toUpperCase(Locale.ROOT), key));
        return variables;
    }

    /** What {@code run} prints: for each of them the key to type and the link that authenticator apps take. */
    List<String> lines() {
        return byName().entrySet().stream()
                .map(user -> {
                    String email = user.getKey() + "@demo.uplink";
                    return "    " + email + " ".repeat(Math.max(1, 26 - email.length())) + user.getValue()
                            + "  otpauth://totp/Uplink:" + email.replace("@", "%40") + "?secret=" + user.getValue()
                            + "&issuer=Uplink&algorithm=SHA1&digits=6&period=30";
                })
                .toList();
    }

    private @Nullable String given() {
        String given = environment.get(GIVEN);
        if (given == null) {
            return null;
        }
        String plain = given.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        if (!BASE32.matcher(plain).matches()) {
            throw new StartFailure(
                    GIVEN + " must be a key in base 32: 16 to 128 of the letters A to Z and digits 2 to 7.");
        }
        return plain;
    }
}
