package uplink.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Under which paths an EAR serves: what its {@code application.xml} says. */
final class ContextRoots {
    private static final String DESCRIPTOR = "META-INF/application.xml";

    private ContextRoots() {}

    static List<String> of(Path ear) {
        try (ZipFile archive = new ZipFile(ear.toFile())) {
            ZipEntry descriptor = archive.getEntry(DESCRIPTOR);
            if (descriptor == null) {
                throw new StartFailure("The build is incomplete: " + ear + " has no " + DESCRIPTOR + ".");
            }
            try (InputStream in = archive.getInputStream(descriptor)) {
                return read(in);
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new StartFailure("The application cannot be read: " + e.getMessage(), e);
        }
    }

    /** Each begins with a slash. */
    private static List<String> read(InputStream descriptor)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        NodeList roots = xml.newDocumentBuilder().parse(descriptor).getElementsByTagName("context-root");
        return IntStream.range(0, roots.getLength())
                .mapToObj(i -> roots.item(i).getTextContent().trim())
                .map(root -> root.startsWith("/") ? root : "/" + root)
                .toList();
    }
}
