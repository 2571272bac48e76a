package uplink.bulk.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * A change for many customers, and how far it has come.
 *
 * @param no what people call it
 * @param money null for what costs nothing
 * @param undo whether it can be taken back at all
 * @param undoUntil the last day on which something of it can be taken back; null: that is not a matter of days
 * @param undoable how many could be taken back now
 * @param orderedById who wanted it
 * @param actingBy in whose name, and with whose rights of now, it is worked on
 * @param decidedBy the second person who approved it
 * @param note what the second person said
 * @param failure that it failed, and the id under which the log tells why, or that rights were missing
 * @param itemsGone whom it was about is no longer kept: it is not gone on with and not taken back
 * @param reasons why some are left out or skipped, the most frequent first, at most 20; empty in lists
 */
public record BulkWork(
        UUID id,
        long no,
        BulkKind kind,
        BulkParameters parameters,
        BulkFilter filter,
        BulkStatus status,
        BulkCounts counts,
        BulkProgress progress,
        @Nullable BulkMoney money,
        BulkUndo undo,
        @Nullable LocalDate undoUntil,
        int undoable,
        UUID orderedById,
        String orderedBy,
        String actingBy,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Text failure,
        boolean itemsGone,
        List<BulkReason> reasons) {

    public BulkWork {
        reasons = List.copyOf(reasons);
    }
}
