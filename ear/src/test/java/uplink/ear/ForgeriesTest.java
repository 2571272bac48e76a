package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uplink.ear.TokenForge.encoded;
import static uplink.ear.TokenForge.seconds;
import static uplink.ear.TokenForge.text;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forged access tokens at the real gateway (RFC 8725, and what is known to have worked elsewhere). Each differs from a
 * good one in one thing only: the good one and its honest copy are let in.
 */
class ForgeriesTest {

    private final LiveUplink uplink = LiveUplink.shared();
    private final Api api = new Api(uplink);
    private String good;
    private TokenForge forge;

    @BeforeEach
    void signIn() {
        good = Api.field(api.login(People.make(uplink, "customer"), LiveUplink.DEMO_PASSWORD), "accessToken");
        forge = new TokenForge(uplink, good);
    }

    @Test
    void theForgeItselfMakesGoodTokens() {
        assertEquals(200, status(good));
        assertEquals(200, status(forge.signed(forge.header(), forge.claims())));
        assertEquals(200, status(forge.signed(forge.header(), forge.claims("exp", seconds(30)))));
    }

    @Test
    void unsignedTokens() {
        String signature = good.substring(good.lastIndexOf('.') + 1);
        for (String none : List.of("none", "None", "NONE", "nOnE", "", "RS256 ")) {
            String text = text(forge.header("alg", none), forge.claims());
            refused("alg " + none, text + ".", text + "." + signature, text);
        }
        refused("no alg", text(forge.header("alg", null), forge.claims()) + ".");
    }

    @Test
    void hmacWithWhatEverybodyKnows() throws Exception {
        RSAKey key = forge.publicKey();
        byte[] der = key.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        List<byte[]> secrets = List.of(
                der,
                bytes(pem),
                bytes(pem + "\n"),
                bytes(key.toJSONString()),
                bytes(api.get("auth/jwks", null).body()),
                key.getModulus().decode(),
                bytes(key.getKeyID()),
                new byte[] {0});
        for (String algorithm : List.of("HS256", "HS384", "HS512")) {
            String text = text(forge.header("alg", algorithm), forge.claims());
            for (byte[] secret : secrets) {
                refused(algorithm, text + "." + encoded(hmac(algorithm, secret, text)));
            }
        }
    }

    @Test
    void keysByName() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("mine").generate();
        String kid = (String) forge.header().get("kid");
        for (Object name : List.of(
                kid,
                "mine",
                "",
                "../../../../../../dev/null",
                "/proc/sys/kernel/randomize_va_space",
                "file:///dev/null",
                "' or '1'='1",
                kid + "' --",
                "x' union select '" + kid + "', 'AA', 'AA' --",
                "$(id)",
                "\u0000" + kid,
                7,
                List.of(kid),
                Map.of("kid", kid))) {
            Map<String, Object> header = forge.header("kid", name);
            refused("kid " + name, TokenForge.signed(header, forge.claims(), own.toPrivateKey()));
            String text = text(TokenForge.with(header, "alg", "HS256"), forge.claims());
            refused("kid " + name + " with an empty secret", text + "." + encoded(hmac("HS256", new byte[1], text)));
            if (!kid.equals(name)) {
                refused("our own signature under kid " + name, forge.signed(header, forge.claims()));
            }
        }
        refused("no kid", forge.signed(forge.header("kid", null), forge.claims()));
    }

    /** A key that the token brings along or names must not be used, and nobody may be asked for it. */
    @Test
    void keysThatTheTokenBringsAlong() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("mine").generate();
        AtomicInteger asked = new AtomicInteger();
        HttpServer attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        attacker.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] set = bytes("{\"keys\":[" + own.toPublicJWK().toJSONString() + "]}");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        attacker.start();
        try {
            String url = "http://127.0.0.1:" + attacker.getAddress().getPort() + "/keys.json";
            Map<String, Object> tricks = new LinkedHashMap<>();
            tricks.put("jku", url);
            tricks.put("x5u", url);
            tricks.put("jwk", own.toPublicJWK().toJSONObject());
            tricks.put("x5c", List.of("MIIB"));
            tricks.put("x5t", "AAAA");
            tricks.put("crit", List.of("exp"));
            tricks.put("b64", false);
            tricks.put("zip", "DEF");
            tricks.put("cty", "JWT");
            for (var trick : tricks.entrySet()) {
                Map<String, Object> header = forge.header(trick.getKey(), trick.getValue());
                refused(
                        trick.getKey(),
                        TokenForge.signed(header, forge.claims(), own.toPrivateKey()),
                        TokenForge.signed(TokenForge.with(header, "kid", "mine"), forge.claims(), own.toPrivateKey()),
                        forge.signed(header, forge.claims()));
            }
        } finally {
            attacker.stop(0);
        }
        assertEquals(0, asked.get(), "nobody was asked for a key");
    }

    @Test
    void edgesOfTime() {
        refused("just expired", forge.expired());
        refused("expires now", forge.signed(forge.header(), forge.claims("exp", seconds(0))));
        refused("never expires", forge.signed(forge.header(), forge.claims("exp", null)));
        refused("expires as a text", forge.signed(forge.header(), forge.claims("exp", "" + seconds(60))));
        refused("before time began", forge.signed(forge.header(), forge.claims("exp", -1)));
        refused("not yet", forge.signed(forge.header(), forge.claims("nbf", seconds(30))));
        refused("made tomorrow", forge.signed(forge.header(), forge.claims("iat", seconds(86_400))));
        assertEquals(200, status(forge.signed(forge.header(), forge.claims("nbf", seconds(-1)))));
    }

    @Test
    void whatTheTokenSaysOfItself() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("aud", "other-api");
        wrong.put("iss", "https://attacker.example");
        wrong.put("sid", UUID.randomUUID().toString());
        wrong.put("sub", UUID.randomUUID().toString());
        wrong.forEach((claim, value) -> {
            refused("another " + claim, forge.signed(forge.header(), forge.claims(claim, value)));
            refused("no " + claim, forge.signed(forge.header(), forge.claims(claim, null)));
            refused("a list as " + claim, forge.signed(forge.header(), forge.claims(claim, List.of(value, value))));
        });
        for (Object type : List.of("JWT", "at+jwt+x", "id+jwt", "logout+jwt", "secevent+jwt", "")) {
            refused("typ " + type, forge.signed(forge.header("typ", type), forge.claims()));
        }
        refused("no typ", forge.signed(forge.header("typ", null), forge.claims()));
    }

    /** The session's user counts, and what the role may now: not what the token says. */
    @Test
    void rightsInATokenAreWorthNothing() {
        Map<String, Object> claims = TokenForge.with(
                forge.claims("role", "admin"), "permissions", List.of("user:write", "customer:read", "role:write"));
        String boasting = forge.signed(forge.header(), claims);
        assertEquals(200, status(boasting), "it is our own signature");
        assertEquals(403, api.get("admin/users", boasting).statusCode());
        assertEquals(403, api.get("admin/customers", boasting).statusCode());
        String other = Api.field(api.login(People.make(uplink, "customer"), LiveUplink.DEMO_PASSWORD), "accessToken");
        Object session = new TokenForge(uplink, other).claims().get("sid");
        refused("somebody else's session", forge.signed(forge.header(), forge.claims("sid", session)));
    }

    @Test
    void sizesAndSpellings() {
        String large = forge.signed(forge.header(), forge.claims("padding", "x".repeat(6500)));
        int oversized = Raw.send(uplink, "GET", "/api/v1/auth/sessions", null, "Authorization", "Bearer " + large)
                .statusCode();
        assertTrue(List.of(400, 401, 413, 431).contains(oversized), "oversized: " + oversized);
        String[] parts = good.split("\\.");
        refused(
                "spellings",
                good + "A",
                good + ".",
                "." + good,
                parts[0] + "." + parts[1],
                parts[0] + "." + parts[1] + ".",
                parts[0] + ".." + parts[2],
                parts[1] + "." + parts[0] + "." + parts[2],
                good.replaceFirst("\\.", "=."),
                good.toUpperCase(java.util.Locale.ROOT),
                "{}",
                "null",
                "a.b.c");
        for (String scheme : List.of("Basic " + good, good, "Bearer", "Bearer  ", "Token " + good)) {
            assertEquals(
                    401,
                    api.send("GET", "auth/sessions", null, null, "Authorization", scheme)
                            .statusCode());
        }
        assertEquals(
                401,
                api.send("GET", "auth/sessions?access_token=" + good, null, null)
                        .statusCode(),
                "not in the address");
        assertEquals(200, status(good), "and none of that has hurt the good one");
    }

    private void refused(String what, String... tokens) {
        for (String token : tokens) {
            HttpResponse<String> answer = api.get("auth/sessions", token);
            assertEquals(401, answer.statusCode(), what + ": " + answer.body());
            assertTrue(
                    answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"), what);
        }
    }

    private int status(String token) {
        return api.get("auth/sessions", token).statusCode();
    }

    private static byte[] hmac(String algorithm, byte[] secret, String text) throws Exception {
        String name = "HmacSHA" + algorithm.substring(2);
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(secret, name));
        return mac.doFinal(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
