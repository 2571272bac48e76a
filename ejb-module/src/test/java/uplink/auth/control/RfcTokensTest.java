package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTParser;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of RFC 7515 and 7519: the library reads and verifies them, and none of them is a token of ours. */
class RfcTokensTest {

    private static final Instant THEN = Instant.ofEpochSecond(1_300_819_000);
    private static final String PAYLOAD =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    /** RFC 7515, A.2. */
    private static final String RS256 = "eyJhbGciOiJSUzI1NiJ9." + PAYLOAD
            + ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdb"
            + "F9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383Lc"
            + "OLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVm"
            + "tVrBp0igcN_IoypGlUPQGe77Rw";

    private static final RSAKey RS256_KEY = new RSAKey.Builder(
                    new Base64URL(
                            "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4Ql"
                                    + "L-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5re"
                                    + "xMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aG"
                                    + "hyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"),
                    new Base64URL("AQAB"))
            .build();

    /** RFC 7515, A.1, which is RFC 7519, 3.1. */
    private static final String HS256 =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + PAYLOAD + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final Base64URL HS256_KEY =
            new Base64URL("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");

    /** RFC 7519, 6.1. */
    private static final String UNSECURED = "eyJhbGciOiJub25lIn0." + PAYLOAD + ".";

    private final TokenVerifier willing = new TokenVerifier(kid -> Optional.of(RS256_KEY));

    @Test
    void theRsaExampleVerifiesAndAChangedOneDoesNot() throws Exception {
        assertTrue(JWSObject.parse(RS256).verify(new RSASSAVerifier(RS256_KEY)));
        String changed = RS256.replace("Ge77Rw", "Ge77Rg");
        assertFalse(JWSObject.parse(changed).verify(new RSASSAVerifier(RS256_KEY)));
    }

    @Test
    void theHmacExampleVerifies() throws Exception {
        assertTrue(JWSObject.parse(HS256).verify(new MACVerifier(HS256_KEY.decode())));
    }

    @Test
    void theClaimsOfTheExampleAreRead() throws Exception {
        assertEquals("joe", JWTParser.parse(UNSECURED).getJWTClaimsSet().getIssuer());
        assertEquals(
                Instant.ofEpochSecond(1_300_819_380),
                JWTParser.parse(RS256).getJWTClaimsSet().getExpirationTime().toInstant());
    }

    @Test
    void noneOfThemIsATokenOfOursEvenWithTheirKey() {
        for (String token : new String[] {RS256, HS256, UNSECURED, "", ".", "..", "a.b.c", RS256 + "."}) {
            assertTrue(willing.verify(token, THEN).isEmpty(), token);
        }
    }
}
