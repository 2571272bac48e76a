package uplink.auth.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import uplink.auth.boundary.Passkey.Assertion;
import uplink.auth.boundary.Passkey.Attestation;

/** An authenticator in a few lines (WebAuthn 3, sections 6.1 and 6.5): one ES256 key, and every lie that a test needs. */
final class SoftAuthenticator {

    static final int PRESENT = 1;
    static final int VERIFIED = 4;
    private static final int ATTESTED = 64;

    private final KeyPair keys;
    private final byte[] id = new byte[16];
    private final String origin;
    private final String rpId;
    int counter;
    int flags = PRESENT | VERIFIED;

    SoftAuthenticator(String rpId, String origin) {
        this.rpId = rpId;
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Attestation create(String challenge) {
        byte[] data = data(flags | ATTESTED, attested());
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        put(object, new byte[] {(byte) 0xA3, 0x63}, ascii("fmt"), new byte[] {0x64}, ascii("none"));
        put(object, new byte[] {0x67}, ascii("attStmt"), new byte[] {(byte) 0xA0, 0x68}, ascii("authData"));
        put(object, new byte[] {0x58, (byte) data.length}, data);
        return new Attestation(
                text(client("webauthn.create", challenge)), text(object.toByteArray()), List.of("internal"), "Test");
    }

    Assertion get(String challenge, byte[] userHandle) {
        counter++;
        byte[] data = data(flags, new byte[0]);
        byte[] client = client("webauthn.get", challenge);
        return new Assertion(text(id), text(client), text(data), text(sign(data, sha256(client))), text(userHandle));
    }

    private byte[] data(int with, byte[] attested) {
        return ByteBuffer.allocate(37 + attested.length)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) with)
                .putInt(counter)
                .put(attested)
                .array();
    }

    /** AAGUID, length of the id, id, COSE key. */
    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, new byte[16], new byte[] {0, (byte) id.length}, id);
        put(out, new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20});
        put(out, coordinate(key.getW().getAffineX().toByteArray()), new byte[] {0x22, 0x58, 0x20});
        put(out, coordinate(key.getW().getAffineY().toByteArray()));
        return out.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] whole = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, whole, 32 - length, length);
        return whole;
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sign(byte[]... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(ByteArrayOutputStream out, byte[]... parts) {
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
