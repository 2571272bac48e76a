package uplink.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator app of the demo's staff: RFC 6238, worked out here on its own. */
public final class DemoStaff {

    /** What {@code UPLINK_DEMO_TOTP} says; base32. */
    public static final String SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static final Pattern MFA_TOKEN = Pattern.compile("\"mfaToken\":\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private DemoStaff() {}

    /** Signs in over the API, second factor included where there is one; the answer has the tokens. */
    public static HttpResponse<String> signIn(LiveUplink uplink, String email) {
        HttpResponse<String> first = post(
                uplink,
                "auth/login",
                "{\"email\":\"" + email + "\",\"password\":\"" + LiveUplink.DEMO_PASSWORD + "\"}");
        Matcher pending = MFA_TOKEN.matcher(first.body());
        return pending.find()
                ? post(
                        uplink,
                        "auth/mfa/verify",
                        "{\"mfaToken\":\"" + pending.group(1) + "\",\"code\":\"" + freshCode(uplink, email) + "\"}")
                : first;
    }

    private static HttpResponse<String> post(LiveUplink uplink, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uplink.url() + "/api/v1/" + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            uplink.contract().check(request, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A code that this user has not used yet: tests sign in more often than a code changes. */
    public static String freshCode(LiveUplink uplink, String email) {
        try (var connection = uplink.database();
                PreparedStatement forget = connection.prepareStatement(
                        "update users set mfa_settings = mfa_settings - 'step' where email = ?")) {
            forget.setString(1, email);
            forget.executeUpdate();
            return code(SEED, Instant.now());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code of that moment. */
    public static String code(String seed, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(seed), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xF) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int kept = 0;
        for (char letter : base32.toCharArray()) {
            kept = kept << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (kept >> bits));
            }
        }
        return bytes.array();
    }
}
