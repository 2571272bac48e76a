package uplink.bench.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import uplink.document.boundary.DocumentPackage;
import uplink.document.boundary.PackageStatus;
import uplink.shared.Sql;

/** Whether the files of a run are there: of each invoice one, with its number on it and the hash that it says. */
final class Kept {

    private record File(UUID invoice, String number, byte[] pdf, String hash) {}

    private static final int AT_ONCE = 100;

    private final Sql sql;
    private final UUID run;
    private final int expected;

    Kept(Sql sql, UUID run, int expected) {
        this.sql = sql;
        this.run = run;
        this.expected = expected;
    }

    /** What is wrong; empty when nothing is. One file in a hundred is read. */
    String findings(DocumentPackage made) {
        StringBuilder findings = new StringBuilder();
        if (made.status() != PackageStatus.COMPLETED || made.done() != expected || made.failed() != 0) {
            findings.append("WRONG: the package ended as ").append(made).append('\n');
        }
        long all = sql.number("select count(*) from documents");
        long each = sql.number(
                "select count(distinct d.invoice_id) from documents d join invoices i on i.id = d.invoice_id where i.run_id = ?",
                run);
        if (all != expected || each != expected) {
            findings.append("WRONG: ")
                    .append(all)
                    .append(" files of ")
                    .append(each)
                    .append(" invoices\n");
        }
        UUID last = new UUID(0, 0);
        for (List<File> files = after(last); !files.isEmpty(); files = after(last)) {
            files.stream().filter(file -> !hash(file.pdf).equals(file.hash)).forEach(file -> findings.append(
                            "WRONG: the hash of ")
                    .append(file.number)
                    .append('\n'));
            File read = files.get(0);
            if (!text(read.pdf).contains(read.number)) {
                findings.append("WRONG: no number on ").append(read.number).append('\n');
            }
            last = files.get(files.size() - 1).invoice;
        }
        return findings.toString();
    }

    private List<File> after(UUID last) {
        return sql.list(
                """
                select i.id, i.number, d.pdf, d.sha256 from documents d join invoices i on i.id = d.invoice_id
                where d.invoice_id > ? order by d.invoice_id limit ?""",
                row -> new File(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3), row.getString(4)),
                last,
                AT_ONCE);
    }

    private static String hash(byte[] pdf) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
