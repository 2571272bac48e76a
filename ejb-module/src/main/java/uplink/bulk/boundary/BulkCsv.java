package uplink.bulk.boundary;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.table.CsvLine;

/** What a work is about as a file for spreadsheets, written as it is read: it never stands in memory as a whole. */
public final class BulkCsv {

    private static final int SLICE = 1000;

    /** One slice after the other, as {@link BulkWorks#listItems} answers them. */
    @FunctionalInterface
    public interface Slices {
        List<BulkItem> of(BulkItemQuery query);
    }

    private BulkCsv() {}

    /** Writes all of them, or those in one state, in the order in which they are worked on. */
    public static void write(UUID work, @Nullable BulkState state, Locale reader, Slices slices, Writer out)
            throws IOException {
        CsvLine.write(
                out,
                "customerId",
                "subscriptionId",
                "contractNumber",
                "fullName",
                "state",
                "problem",
                "reason",
                "before",
                "after",
                "bill",
                "currency",
                "effectiveOn");
        boolean english = reader.getLanguage().equals("en");
        List<BulkItem> slice = slices.of(new BulkItemQuery(work, state, 0, SLICE));
        for (int first = SLICE; !slice.isEmpty(); first += SLICE) {
            for (BulkItem item : slice) {
                line(item, english, out);
            }
            out.flush();
            slice = slice.size() < SLICE ? List.of() : slices.of(new BulkItemQuery(work, state, first, SLICE));
        }
    }

    private static void line(BulkItem item, boolean english, Writer out) throws IOException {
        CsvLine.write(
                out,
                item.customerId(),
                item.subscriptionId(),
                item.contractNumber(),
                item.fullName(),
                item.state().code(),
                item.problem(),
                english ? item.reasonEn() : item.reasonRu(),
                item.before(),
                item.after(),
                item.bill(),
                item.currency(),
                item.effectiveOn());
    }
}
