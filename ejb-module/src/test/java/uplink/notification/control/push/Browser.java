package uplink.notification.control.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that takes push messages: it has keys, and reads what is encrypted for it (RFC 8291, written from the text). */
final class Browser {

    private final KeyPair keys = pair();
    private final byte[] secret = new byte[16];

    Browser() {
        new SecureRandom().nextBytes(secret);
    }

    String publicKey() {
        return base64(point((ECPublicKey) keys.getPublic()));
    }

    String secret() {
        return base64(secret);
    }

    /** The text of a message as it came over the wire. */
    String read(byte[] body) throws GeneralSecurityException {
        ByteBuffer message = ByteBuffer.wrap(body);
        byte[] salt = bytes(message, 16);
        int recordSize = message.getInt();
        byte[] server = bytes(message, message.get() & 0xFF);
        byte[] record = bytes(message, message.remaining());
        if (record.length > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(publicKey(server), true);
        byte[] keyInfo = joined(
                "WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point((ECPublicKey) keys.getPublic()), server);
        byte[] ikm = expanded(hmac(secret, agreement.generateSecret()), keyInfo, 32);
        byte[] prk = hmac(salt, ikm);
        byte[] key = expanded(prk, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = expanded(prk, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = cipher.doFinal(record);
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of a server, as its settings have it: 32 bytes in base64url. */
    static String privateKey(KeyPair server) {
        byte[] number = new byte[32];
        put(((ECPrivateKey) server.getPrivate()).getS().toByteArray(), number, 32);
        return base64(number);
    }

    /** Uncompressed. */
    static byte[] point(ECPublicKey key) {
        byte[] point = new byte[65];
        point[0] = 4;
        put(key.getW().getAffineX().toByteArray(), point, 33);
        put(key.getW().getAffineY().toByteArray(), point, 65);
        return point;
    }

    private static void put(byte[] number, byte[] into, int end) {
        int length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, into, end - length, length);
    }

    private PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(
                                new java.math.BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                                new java.math.BigInteger(1, Arrays.copyOfRange(point, 33, 65))),
                        ((ECPublicKey) keys.getPublic()).getParams()));
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    private static byte[] expanded(byte[] prk, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(hmac(prk, joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }
}
