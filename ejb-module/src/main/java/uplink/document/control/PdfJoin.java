package uplink.document.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Writes many PDFs as one while they come (ISO 32000-1, 7.5): of what is written it remembers where each object began and which
 * pages there are. It is for printing: what is for screen readers and archives stays behind in the single files. The library's
 * types stay out of signatures as in {@link Templates}.
 */
final class PdfJoin {

    /** What leads out of a page: to the tree of pages before, to the structure for screen readers. */
    private static final Set<String> LEFT = Set.of("Parent", "StructParents", "StructParent", "Annots", "Metadata");

    private static final int PAGES_A_NODE = 200;
    private static final int CATALOG = 1;
    private static final int ROOT = 2;

    /** Bytes written so far. */
    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long count;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    private final Counted out;
    private long[] offsets = new long[1024];
    private int objects = ROOT;
    private final List<Integer> nodes = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> kids = new ArrayList<>();
    private int node;
    private final Map<Object, Integer> known = new IdentityHashMap<>();
    private final Deque<Object> waiting = new ArrayDeque<>();

    PdfJoin(OutputStream out) throws IOException {
        this.out = new Counted(out);
        text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        node = number();
    }

    /** Its pages come next; an odd number of them is followed by an empty one. */
    void add(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            known.clear();
            for (PDPage page : document.getPages()) {
                kid(copy(page));
            }
            if (document.getNumberOfPages() % 2 == 1) {
                kid(empty(document.getPage(0)));
            }
        }
    }

    void end() throws IOException {
        if (!kids.isEmpty() || nodes.isEmpty()) {
            closeNode();
        } else {
            begin(node); // begun, and nothing came
            text("null\nendobj\n");
        }
        begin(ROOT);
        text("<</Type/Pages/Count " + sizes.stream().mapToInt(size -> size).sum() + "/Kids[");
        for (int each : nodes) {
            text(each + " 0 R\n");
        }
        text("]>>\nendobj\n");
        begin(CATALOG);
        text("<</Type/Catalog/Pages " + ROOT + " 0 R>>\nendobj\n");
        long table = out.count;
        text("xref\n0 " + (objects + 1) + "\n0000000000 65535 f \n");
        for (int i = 1; i <= objects; i++) {
            text("%010d 00000 n \n".formatted(offsets[i]));
        }
        text("trailer\n<</Size " + (objects + 1) + "/Root " + CATALOG + " 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        out.flush();
    }

    private static Object copy(Object given) {
        PDPage page = (PDPage) given;
        COSDictionary copy = new COSDictionary(page.getCOSObject());
        copy.setItem(COSName.MEDIA_BOX, page.getMediaBox()); // these may stand in the tree above it
        if (page.getResources() != null) {
            copy.setItem(COSName.RESOURCES, page.getResources().getCOSObject());
        }
        copy.setInt(COSName.ROTATE, page.getRotation());
        return copy;
    }

    private static Object empty(Object like) {
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.TYPE, COSName.PAGE);
        page.setItem(COSName.MEDIA_BOX, ((PDPage) like).getMediaBox());
        page.setItem(COSName.RESOURCES, new COSDictionary());
        return page;
    }

    private void kid(Object page) throws IOException {
        int no = number();
        kids.add(no);
        begin(no);
        text("<</Parent " + node + " 0 R");
        entries(page);
        text(">>\nendobj\n");
        while (!waiting.isEmpty()) {
            object(waiting.remove());
        }
        if (kids.size() == PAGES_A_NODE) {
            closeNode();
            node = number();
        }
    }

    private void closeNode() throws IOException {
        begin(node);
        text("<</Type/Pages/Parent " + ROOT + " 0 R/Count " + kids.size() + "/Kids[");
        for (int kid : kids) {
            text(kid + " 0 R\n");
        }
        text("]>>\nendobj\n");
        nodes.add(node);
        sizes.add(kids.size());
        kids.clear();
    }

    private void object(Object thing) throws IOException {
        begin(Objects.requireNonNull(known.get(thing)));
        if (thing instanceof COSStream) {
            stream(thing);
        } else {
            value(thing);
        }
        text("\nendobj\n");
    }

    private void stream(Object thing) throws IOException {
        COSStream stream = (COSStream) thing;
        text("<</Length " + stream.getLength());
        for (Map.Entry<COSName, COSBase> entry : stream.entrySet()) {
            if (!entry.getKey().equals(COSName.LENGTH)) {
                entry(entry.getKey(), entry.getValue());
            }
        }
        text(">>\nstream\n");
        try (InputStream raw = stream.createRawInputStream()) {
            raw.transferTo(out);
        }
        text("\nendstream");
    }

    private void entries(Object dictionary) throws IOException {
        for (Map.Entry<COSName, COSBase> entry : ((COSDictionary) dictionary).entrySet()) {
            entry(entry.getKey(), entry.getValue());
        }
    }

    private void entry(Object key, Object value) throws IOException {
        COSName name = (COSName) key;
        if (!LEFT.contains(name.getName())) {
            name.writePDF(out);
            text(" ");
            value(value);
        }
    }

    /** A reference becomes one to the object's new number; streams are always referred to. */
    private void value(@Nullable Object value) throws IOException {
        Object thing = value instanceof COSObject reference ? reference.getObject() : value;
        if (thing != null && (value instanceof COSObject || thing instanceof COSStream)) {
            text(reference(thing) + " 0 R");
        } else if (thing instanceof COSDictionary) {
            text("<<");
            entries(thing);
            text(">>");
        } else if (thing instanceof COSArray array) {
            text("[");
            for (int i = 0; i < array.size(); i++) {
                value(array.get(i));
                text(" ");
            }
            text("]");
        } else {
            plain(thing);
        }
    }

    private void plain(@Nullable Object thing) throws IOException {
        if (thing instanceof COSName name) {
            name.writePDF(out);
        } else if (thing instanceof COSString string) {
            COSWriter.writeString(string, out);
        } else if (thing instanceof COSInteger number) {
            number.writePDF(out);
        } else if (thing instanceof COSFloat number) {
            number.writePDF(out);
        } else if (thing instanceof COSBoolean truth) {
            truth.writePDF(out);
        } else if (thing == null || thing instanceof COSNull) {
            text("null");
        } else {
            throw new IOException("cannot be written: " + thing.getClass());
        }
    }

    private int reference(Object thing) {
        return known.computeIfAbsent(thing, seen -> {
            waiting.add(seen);
            return number();
        });
    }

    private int number() {
        return ++objects;
    }

    private void begin(int object) throws IOException {
        if (object >= offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(object + 1, offsets.length * 2));
        }
        offsets[object] = out.count;
        text(object + " 0 obj\n");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
