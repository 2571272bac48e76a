package uplink.document.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.BusinessException;
import uplink.testing.Boundaries;
import uplink.testing.Database;
import uplink.testing.Provider;

/** Somebody's picture on everybody's papers. */
class ProviderLogoTest {

    private Boundaries boundaries;
    private ProviderLogo logo;

    @BeforeEach
    void isolate() {
        Database.isolate();
        boundaries = new Boundaries(LocalDate.of(2026, 12, 2));
        logo = boundaries.get(ProviderLogo.class);
    }

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
        Database.rejoin();
    }

    private static byte[] picture(int width, int height, String format, int type) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return file.toByteArray();
    }

    private BufferedImage kept() throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(logo.find().orElseThrow())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aPictureIsDrawnAnew(String format) throws IOException {
        boundaries.run(() -> {
            try {
                logo.replace(picture(1600, 400, format, BufferedImage.TYPE_INT_RGB));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(800, kept().getWidth());
        assertEquals(200, kept().getHeight());
        boundaries.run(() -> logo.remove());
        assertTrue(logo.find().isEmpty());
    }

    @Test
    void whatIsTransparentBecomesWhiteAndItIsOnThePaper() throws IOException {
        byte[] file = picture(100, 100, "png", BufferedImage.TYPE_INT_ARGB);
        boundaries.run(() -> logo.replace(file));
        assertEquals(0xFFFFFFFF, kept().getRGB(90, 50));
        Provider provider = new Provider();
        UUID invoice = Papers.invoice(provider.sql, provider.customer(), "invoice", "650.00");
        byte[] pdf = boundaries
                .get(Documents.class)
                .ofInvoice(invoice, Locale.ENGLISH)
                .pdf();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 50);
            long red = 0;
            for (int x = 0; x < page.getWidth(); x++) {
                for (int y = 0; y < page.getHeight() / 3; y++) {
                    red += (page.getRGB(x, y) & 0xFFFFFF) == 0xFF0000 ? 1 : 0;
                }
            }
            assertTrue(red > 100, red + " red dots");
        }
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() throws IOException {
        byte[] whole = picture(100, 100, "png", BufferedImage.TYPE_INT_RGB);
        for (byte[] file : List.of(
                new byte[0],
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                java.util.Arrays.copyOf(whole, 60),
                bomb(whole),
                new byte[ProviderLogo.LARGEST + 1])) {
            BusinessException refused =
                    assertThrows(BusinessException.class, () -> boundaries.run(() -> logo.replace(file)));
            assertEquals("logo", refused.errors().get(0).field());
        }
        assertTrue(logo.find().isEmpty());
    }

    /** The same file that says it is 30,000 dots wide and high. */
    private static byte[] bomb(byte[] png) {
        ByteBuffer file = ByteBuffer.wrap(png.clone());
        file.putInt(16, 30_000).putInt(20, 30_000);
        CRC32 sum = new CRC32();
        sum.update(file.array(), 12, 17);
        file.putInt(29, (int) sum.getValue());
        return file.array();
    }
}
