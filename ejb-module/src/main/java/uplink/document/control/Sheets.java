package uplink.document.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import uplink.document.boundary.DocumentPackage;

/** Hands the files of a package out as one, some at a time: memory does not grow with their number. */
public final class Sheets {

    private static final int AT_ONCE = 20;

    private interface Taker {
        void take(PackageRows.Sheet sheet) throws IOException;
    }

    private Sheets() {}

    /** Their names begin with the position, so that they stay in order and none is there twice. */
    public static void zip(PackageRows rows, DocumentPackage wanted, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION); // there is nothing to gain by compressing them again
        each(rows, wanted.id(), sheet -> {
            zip.putNextEntry(new ZipEntry("%07d-%s-%s-%s.pdf"
                    .formatted(sheet.position(), sheet.kind(), Subject.plain(sheet.number()), wanted.language())));
            zip.write(sheet.pdf());
            zip.closeEntry();
        });
        zip.finish();
        zip.flush();
    }

    /** One PDF; each invoice begins on a sheet of its own when both sides are printed. */
    public static void pages(PackageRows rows, DocumentPackage wanted, OutputStream out) throws IOException {
        PdfJoin join = new PdfJoin(out);
        each(rows, wanted.id(), sheet -> join.add(sheet.pdf()));
        join.end();
    }

    private static void each(PackageRows rows, UUID id, Taker taker) throws IOException {
        List<PackageRows.Sheet> some = rows.sheets(id, 0, AT_ONCE);
        while (!some.isEmpty()) {
            for (PackageRows.Sheet sheet : some) {
                taker.take(sheet);
            }
            some = rows.sheets(id, some.get(some.size() - 1).position(), AT_ONCE);
        }
    }
}
