package uplink.document.control;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/** Somebody's file as a picture for papers: drawn anew, on white, so that nothing but the picture is kept. */
public final class Logo {

    private static final int LARGEST_SIDE = 4000;
    private static final double KEPT_SIDE = 800;

    private Logo() {}

    /**
     * PNG. Refusals: {@code validation}.
     *
     * @param file PNG, JPEG or GIF
     */
    public static byte[] of(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw refused(Text.of("document.logo.no-picture"));
            }
            return drawn(read(readers.next(), in));
        } catch (IOException e) {
            throw refused(Text.of("document.logo.no-picture"));
        }
    }

    /** Where a sign would be. */
    static byte[] example() {
        BufferedImage picture = new BufferedImage(320, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.dispose();
        return png(picture);
    }

    /** Its size is looked at first: a small file can be a picture that fills the memory. */
    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in);
            if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
                throw refused(Text.of("document.logo.too-many-pixels", LARGEST_SIDE));
            }
            return reader.read(0);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused(Text.of("document.logo.no-picture"));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] drawn(BufferedImage given) {
        double scale = Math.min(1, KEPT_SIDE / Math.max(given.getWidth(), given.getHeight()));
        int width = Math.max(1, (int) Math.round(given.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(given.getHeight() * scale));
        BufferedImage kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = kept.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(given, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return png(kept);
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static BusinessException refused(Text why) {
        return BusinessException.invalid("logo", why);
    }
}
