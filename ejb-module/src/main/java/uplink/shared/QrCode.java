package uplink.shared;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a picture that a phone can read. */
public final class QrCode {

    private static final int SIZE = 240;
    private static final int LARGE = 480;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private QrCode() {}

    /** A PNG of 240 by 240 pixels. */
    public static byte[] png(String text) {
        return png(text, SIZE, Map.of(EncodeHintType.MARGIN, 2));
    }

    /** A PNG of a long text, in UTF-8: large enough that a phone reads it from a screen and from paper. */
    public static byte[] large(String text) {
        return png(
                text,
                LARGE,
                Map.of(
                        EncodeHintType.MARGIN,
                        4,
                        EncodeHintType.CHARACTER_SET,
                        "UTF-8",
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.M));
    }

    private static byte[] png(String text, int size, Map<EncodeHintType, ?> hints) {
        try {
            BitMatrix cells = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, size, size, hints);
            BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < size; x++) {
                for (int y = 0; y < size; y++) {
                    picture.setRGB(x, y, cells.get(x, y) ? BLACK : WHITE);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException("the text does not fit into a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
