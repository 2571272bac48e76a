package uplink.notification.control.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** By which push services know us (RFC 8292): a pair of P-256 keys in base64url, as the usual tools make them. */
final class VapidKeys {

    private static final int COORDINATE = 32;

    private VapidKeys() {}

    /**
     * {@code IllegalArgumentException} when one of them is none, or they do not belong together.
     *
     * @param publicKey the uncompressed point: 65 bytes
     * @param privateKey 32 bytes
     */
    static VAPIDKeyPair of(String publicKey, String privateKey) {
        try {
            byte[] point = Base64.getUrlDecoder().decode(publicKey);
            if (point.length != 1 + 2 * COORDINATE || point[0] != 4) {
                throw new IllegalArgumentException("not a public key");
            }
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
            KeyFactory keys = KeyFactory.getInstance("EC");
            ECPrivateKey secret = (ECPrivateKey) keys.generatePrivate(new ECPrivateKeySpec(
                    new BigInteger(1, Base64.getUrlDecoder().decode(privateKey)), p256));
            ECPublicKey known = (ECPublicKey) keys.generatePublic(new ECPublicKeySpec(
                    new ECPoint(
                            new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                            new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length))),
                    p256));
            if (!belongTogether(secret, known)) {
                throw new IllegalArgumentException("the keys do not belong together");
            }
            return VAPIDKeyPairs.of(PrivateKeySources.ofECPrivateKey(secret), PublicKeySources.ofECPublicKey(known));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // not the cause: its text may quote the key
            throw new IllegalArgumentException(
                    "UPLINK_WEBPUSH_PUBLIC_KEY and _PRIVATE_KEY must be a pair of P-256 keys in base64url");
        }
    }

    private static boolean belongTogether(ECPrivateKey secret, ECPublicKey known) throws GeneralSecurityException {
        byte[] probe = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(secret);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(probe);
        return signature.verify(signed);
    }
}
