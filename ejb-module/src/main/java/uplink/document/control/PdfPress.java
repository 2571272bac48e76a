package uplink.document.control;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Makes PDF/A-3a of XHTML, with PT Sans embedded. It fetches nothing: pictures stand in the text itself, and whatever else
 * an address could lead to is not there. The library's types stay out of signatures as in {@link Templates}. So many at a time as leave the processors to others; who waits too long is told so.
 */
public final class PdfPress {

    private record Font(byte[] file, int weight) {}

    private static final String FAMILY = "PT Sans";
    private static final String PICTURE = "data:image/png;base64,";
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final int LARGEST = 20_000_000;

    private static final Semaphore FREE = new Semaphore(AT_ONCE, true);
    private static final List<Font> FONTS =
            List.of(new Font(resource("PTSans-Regular.ttf"), 400), new Font(resource("PTSans-Bold.ttf"), 700));
    /** What the colours of the paper mean: PDF/A wants it said. */
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        // what it thinks of a style sheet is for nobody's log; what fails is thrown
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfPress() {}

    /** Refusals: {@code unavailable}; {@link UnusableTemplate} when that is no XHTML. */
    public static byte[] print(String xhtml) {
        Document document = parsed(xhtml);
        take();
        try {
            return printed(document);
        } finally {
            FREE.release();
        }
    }

    private static void take() {
        boolean taken;
        try {
            taken = FREE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            taken = false;
        }
        if (!taken) {
            throw new BusinessException(ProblemType.UNAVAILABLE, Text.of("document.busy"));
        }
    }

    private static byte[] printed(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(COLOURS);
        builder.withProducer("Uplink");
        for (Font font : FONTS) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.file),
                    FAMILY,
                    font.weight,
                    FontStyle.NORMAL,
                    true,
                    EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_FINAL));
        }
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl(
                    (address, type) -> type == ExternalResourceType.IMAGE_RASTER && address.startsWith(PICTURE), when);
        }
        builder.withW3cDocument(document, null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.size() > LARGEST) {
            throw new UnusableTemplate(0, "more than " + LARGEST + " bytes", new IOException("too large"));
        }
        return out.toByteArray();
    }

    private static Document parsed(String xhtml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // says nothing; what is fatal is thrown anyway
            return parser.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXParseException e) {
            throw new UnusableTemplate(e.getLineNumber(), e.getMessage(), e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String file) {
        try (InputStream in = PdfPress.class.getResourceAsStream("/uplink/document/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the release has no " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
