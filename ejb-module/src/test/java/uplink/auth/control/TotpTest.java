package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.shared.QrCode;

class TotpTest {

    private static final byte[] RFC_SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1: its eight digits end with our six. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130",
    })
    void theVectorsOfTheRfc(long second, String eightDigits) {
        Instant at = Instant.ofEpochSecond(second);
        assertEquals(eightDigits.substring(2), Totp.code(RFC_SEED, Totp.step(at)));
        assertEquals(
                Totp.step(at),
                Totp.stepOf(RFC_SEED, eightDigits.substring(2), at).orElseThrow());
    }

    @Test
    void oneStepToEitherSideIsTaken() {
        Instant now = Instant.ofEpochSecond(1_800_000_015);
        long step = Totp.step(now);
        for (long off = -3; off <= 3; off++) {
            boolean taken =
                    Totp.stepOf(RFC_SEED, Totp.code(RFC_SEED, step + off), now).isPresent();
            assertEquals(Math.abs(off) <= 1, taken, "step " + off);
        }
    }

    @Test
    void theSeedIsTypedAsItIsShown() {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.base32(RFC_SEED));
        assertArrayEquals(RFC_SEED, Totp.fromBase32("gezd gnbv gy3t qojq gezd gnbv gy3t qojq"));
    }

    @Test
    void aPhoneReadsThePicture() throws Exception {
        String uri = Totp.uri("anna+work@example.org", RFC_SEED);
        assertTrue(uri.startsWith("otpauth://totp/Uplink:anna%2Bwork%40example.org?secret=GEZDGNBV"), uri);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(QrCode.png(uri)));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        BinaryBitmap bitmap = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels)));
        assertEquals(uri, new QRCodeReader().decode(bitmap).getText());
    }
}
