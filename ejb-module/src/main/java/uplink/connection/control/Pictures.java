package uplink.connection.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Pictures by what is in them: whatever a browser says of a file, or its name. */
public final class Pictures {

    /** Of a photo. */
    public static final int LARGEST = 5 * 1024 * 1024;
    /** Of a signature. */
    public static final int LARGEST_SIGNATURE = 200 * 1024;

    private static final int MOST_PIXELS = 12_000;

    private Pictures() {}

    /** {@code image/jpeg} or {@code image/png}; empty when it is neither, or so large that no program could open it. */
    public static Optional<String> typeOf(byte[] content) {
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            return readers.hasNext() ? typeOf(readers.next(), stream) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> typeOf(ImageReader reader, MemoryCacheImageInputStream stream) throws IOException {
        try {
            reader.setInput(stream, true, true);
            boolean fits = isSide(reader.getWidth(0)) && isSide(reader.getHeight(0));
            return fits
                    ? switch (reader.getFormatName()) {
                        case "JPEG" -> Optional.of("image/jpeg");
                        case "png" -> Optional.of("image/png");
                        default -> Optional.empty();
                    }
                    : Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static boolean isSide(int pixels) {
        return pixels > 0 && pixels <= MOST_PIXELS;
    }
}
