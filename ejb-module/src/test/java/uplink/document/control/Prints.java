package uplink.document.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import uplink.document.boundary.TemplateKind;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Papers by the templates of the release, what is on them, and what a checker says of them. */
final class Prints {

    private Prints() {}

    static byte[] print(TemplateKind kind, PaperModel model, String language) {
        Locale locale = Locale.forLanguageTag(language);
        String template =
                new TemplateRows(Sql.in(Database.app())).body(kind, locale, 0).orElseThrow();
        return PdfPress.print(Templates.filled(template, model.in(locale)));
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        }
    }

    /** By page. */
    static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replace('\u00A0', ' '));
            }
        }
        return pages;
    }

    /** What is against PDF/A-3a and PDF/UA-1, by rule. */
    static List<String> complaints(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> complaints = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
                var result = Foundries.defaultInstance()
                        .createValidator(flavour, false)
                        .validate(parser);
                result.getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion ->
                                flavour + " " + assertion.getRuleId().getClause() + " " + assertion.getMessage())
                        .distinct()
                        .forEach(complaints::add);
                if (!result.isCompliant() && complaints.isEmpty()) {
                    complaints.add(flavour + " without a reason");
                }
            }
        }
        return complaints;
    }

    /** For people to look at. */
    static void keep(String name, byte[] pdf) throws IOException {
        Path kept = Path.of("target/papers");
        Files.createDirectories(kept);
        Files.write(kept.resolve(name + ".pdf"), pdf);
    }
}
