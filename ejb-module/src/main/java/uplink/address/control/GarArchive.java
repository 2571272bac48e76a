package uplink.address.control;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.PlaceKind;

/**
 * The state's register of addresses (ГАР, formerly ФИАС) as it is published: a ZIP of XML files, one for each kind of
 * object. Read are {@code AS_ADDR_OBJ}, {@code AS_HOUSES}, {@code AS_APARTMENTS} and {@code AS_ADM_HIERARCHY}; of them what
 * is in force today.
 *
 * @see <a href="https://fias.nalog.ru/Frontend">The register's description of its files</a>
 */
final class GarArchive {

    /** A place of the register. */
    record Thing(long id, UUID guid, PlaceKind kind, @Nullable String type, String name) {}

    /** What a place lies within, by the division of the country into administrative units; 0: nothing. */
    record Link(long id, long parent) {}

    /** Where the file cannot be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String file;
        private final int line;

        private Unreadable(String file, int line, @Nullable Throwable cause) {
            super(file + ":" + line, cause);
            this.file = file;
            this.line = line;
        }

        String file() {
            return file;
        }

        int line() {
            return line;
        }
    }

    /** What 64 MiB hold is twenty times as large; more than this is no register. */
    private static final long MOST_BYTES = 8L << 30;

    private static final Pattern FILE = Pattern.compile(
            "(?:.*[/\\\\])?AS_(ADDR_OBJ|HOUSES|APARTMENTS|ADM_HIERARCHY)_[0-9]{8}_[^/\\\\]*\\.XML",
            Pattern.CASE_INSENSITIVE);

    private final byte[] content;

    GarArchive(byte[] content) {
        this.content = content;
    }

    /** Whether a file is a ZIP. */
    static boolean isOne(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /**
     * Reads all of it.
     *
     * @param things hears of each place, {@code links} of each link, in the order of the files; false: stop
     * @return false when somebody wanted to stop
     */
    boolean read(Predicate<Thing> things, Predicate<Link> links) throws Unreadable {
        int found = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            Counted inflated = new Counted(zip);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Matcher file = FILE.matcher(entry.getName());
                if (file.matches()) {
                    found++;
                    String kind = file.group(1).toUpperCase(Locale.ROOT);
                    if (!read("AS_" + kind, inflated, attributes -> take(kind, attributes, things, links))) {
                        return false;
                    }
                }
            }
        } catch (IOException e) {
            throw new Unreadable("", 1, e);
        }
        if (found == 0) {
            throw new Unreadable("", 1, null);
        }
        return true;
    }

    private static boolean take(String file, XMLStreamReader element, Predicate<Thing> things, Predicate<Link> links) {
        if (!isInForce(element)) {
            return true;
        }
        long id = Long.parseLong(element.getAttributeValue(null, "OBJECTID"));
        if (file.equals("ADM_HIERARCHY")) {
            String parent = element.getAttributeValue(null, "PARENTOBJID");
            return links.test(new Link(id, parent == null || parent.isBlank() ? 0 : Long.parseLong(parent)));
        }
        GarNames.Named named = GarNames.of(file, name -> element.getAttributeValue(null, name));
        return named == null
                || things.test(new Thing(
                        id,
                        UUID.fromString(element.getAttributeValue(null, "OBJECTGUID")),
                        named.kind(),
                        named.type(),
                        named.name()));
    }

    /** Links have no {@code ISACTUAL}. */
    private static boolean isInForce(XMLStreamReader element) {
        return !"0".equals(element.getAttributeValue(null, "ISACTUAL"))
                && !"0".equals(element.getAttributeValue(null, "ISACTIVE"));
    }

    private static boolean read(String file, InputStream in, Predicate<XMLStreamReader> elements) throws Unreadable {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int line = 1;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                line = xml.getLocation().getLineNumber();
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getAttributeValue(null, "OBJECTID") != null
                        && !elements.test(xml)) {
                    return false;
                }
            }
            return true;
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new Unreadable(file, line, e); // no XML, or a number that is none
        }
    }

    /** One file of the ZIP after the other: parsers close what they have read, and a small file may hold a large one. */
    private static final class Counted extends FilterInputStream {

        private long read;

        Counted(InputStream zip) {
            super(zip);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int count = super.read(into, at, length);
            read += Math.max(0, count);
            if (read > MOST_BYTES) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            return count;
        }

        @Override
        public void close() {}
    }
}
