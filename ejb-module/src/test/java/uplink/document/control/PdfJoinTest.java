package uplink.document.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import uplink.document.boundary.TemplateKind;

/** Many papers in one file. */
class PdfJoinTest {

    private static byte[] paper(TemplateKind kind, String language) {
        return Prints.print(kind, Specimen.of(kind), language);
    }

    private static byte[] joined(List<byte[]> papers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfJoin join = new PdfJoin(out);
        for (byte[] paper : papers) {
            join.add(paper);
        }
        join.end();
        return out.toByteArray();
    }

    @Test
    void everyPaperIsThereAsItWasAndBeginsOnASheetOfItsOwn() throws IOException {
        List<byte[]> papers = List.of(
                paper(TemplateKind.INVOICE, "ru"),
                paper(TemplateKind.CONTRACT, "ru"),
                paper(TemplateKind.STATEMENT, "en"));
        byte[] all = joined(papers);
        Prints.keep("joined", all);
        List<String> pages = Prints.pages(all);
        int at = 0;
        for (byte[] paper : papers) {
            List<String> own = Prints.pages(paper);
            assertEquals(0, at % 2, "a new sheet");
            assertEquals(own, pages.subList(at, at + own.size()));
            at += own.size();
            if (at % 2 == 1) {
                assertEquals("", pages.get(at++).strip());
            }
        }
        assertEquals(pages.size(), at);
        try (PDDocument one = Loader.loadPDF(papers.get(0));
                PDDocument document = Loader.loadPDF(all)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                }
            }
            var before = new PDFRenderer(one).renderImageWithDPI(0, 50);
            var after = new PDFRenderer(document).renderImageWithDPI(0, 50);
            int[] wanted = before.getRGB(0, 0, before.getWidth(), before.getHeight(), null, 0, before.getWidth());
            int[] got = after.getRGB(0, 0, after.getWidth(), after.getHeight(), null, 0, after.getWidth());
            org.junit.jupiter.api.Assertions.assertArrayEquals(wanted, got, "it looks the same");
        }
    }

    @Test
    void manyPagesMakeATree() throws IOException {
        byte[] paper = paper(TemplateKind.RECEIPT, "ru");
        byte[] all = joined(java.util.Collections.nCopies(200, paper));
        try (PDDocument document = Loader.loadPDF(all)) {
            assertEquals(400, document.getNumberOfPages());
        }
        try (PDDocument none = Loader.loadPDF(joined(List.of()))) {
            assertEquals(0, none.getNumberOfPages());
        }
    }
}
