package uplink.customer.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportStatus;
import uplink.shared.Settings;
import uplink.shared.Text;
import uplink.shared.table.DelimitedFile;
import uplink.shared.table.DelimitedTable;
import uplink.shared.table.Headings;

/** Imports one file in one database transaction: reads and checks row by row, compares and writes set-wise. */
public final class CustomerImport {

    /**
     * What is to be imported, and how.
     *
     * @param explained what headings mean that the guide does not document ({@link Headings})
     */
    public record Order(
            UUID id,
            ImportKind kind,
            byte[] content,
            Map<String, String> explained,
            ImportMode mode,
            boolean dryRun,
            LocalDate today,
            Instant at,
            @Nullable UUID by) {}

    /** How it ended. */
    public record Outcome(ImportStatus status, int total, int added, int unchanged, int refused) {}

    /** Hears of progress. */
    @FunctionalInterface
    public interface Progress {
        /** @return false: somebody wants the import to stop */
        boolean at(int rows);
    }

    private static final int STEP = 2_000;

    private final Connection connection;
    private final Order order;
    private final Progress progress;
    private final List<Refusal> refusals = new ArrayList<>();
    private int total;

    public CustomerImport(Connection connection, Order order, Progress progress) {
        this.connection = connection;
        this.order = order;
        this.progress = progress;
    }

    /** Runs it; what is written becomes true when the caller's transaction does. */
    public Outcome run() throws SQLException {
        Staging staging = new Staging(connection);
        try (DelimitedTable<ImportColumn> table = new DelimitedTable<>(
                new DelimitedFile(order.content()),
                ImportColumn.class,
                new Headings<>(ImportColumn::of, order.explained()),
                ImportColumn.NEEDED)) {
            if (table.faults().isEmpty() && !stage(staging, table)) {
                return new Outcome(ImportStatus.STOPPED, total, 0, 0, 0);
            }
            table.faults()
                    .forEach(fault -> refusals.add(new Refusal(fault.line(), fault.column(), fault.reason(), null)));
            return settle(staging, table.faults().isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome settle(Staging staging, boolean whole) throws SQLException {
        staging.refuse(refusals);
        staging.compareWithinFile();
        staging.compareWithDatabase();
        if (order.mode() == ImportMode.GOOD_ROWS) {
            staging.refuseTogether();
        }
        int refused = (int) staging.refused();
        staging.keepRefusals(order.id());
        int unchanged = staging.dropUnchanged();
        int fresh = (int) staging.remaining();
        if (!progress.at(total)) {
            return new Outcome(ImportStatus.STOPPED, total, 0, unchanged, refused);
        }
        if (!whole || (refused > 0 && order.mode() == ImportMode.ALL_OR_NOTHING)) {
            return new Outcome(ImportStatus.REFUSED, total, 0, unchanged, refused);
        }
        if (!order.dryRun() && fresh > 0) {
            new Takeover(connection, Settings.currency(), order.today(), order.at(), order.by()).write();
        }
        return new Outcome(ImportStatus.COMPLETED, total, fresh, unchanged, refused);
    }

    /** Reads all rows into the staging table; false when it was asked to stop. */
    private boolean stage(Staging staging, DelimitedTable<ImportColumn> table) throws SQLException {
        ImportRows reader = new ImportRows(tariffs(), order.today());
        try (CopyText copy = staging.rows()) {
            for (Optional<DelimitedTable.Row<ImportColumn>> row = table.next(); row.isPresent(); row = table.next()) {
                total++;
                stage(copy, reader, table, row.get());
                if (total % STEP == 0 && !progress.at(total)) {
                    return false;
                }
            }
            copy.end();
        }
        return true;
    }

    private void stage(
            CopyText copy, ImportRows reader, DelimitedTable<ImportColumn> table, DelimitedTable.Row<ImportColumn> row)
            throws SQLException {
        if (!table.fits(row)) {
            refusals.add(new Refusal(row.line(), "", Text.of("customer.import.width"), null));
            return;
        }
        Optional<ImportRow> good = reader.read(row, refusals);
        if (good.isPresent()) {
            Staging.put(copy, good.get());
        }
    }

    private Map<String, ImportRows.Tariff> tariffs() throws SQLException {
        Map<String, ImportRows.Tariff> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                """
                select t.code, t.id, t.customer_kind from tariffs t where exists (
                    select 1 from tariff_versions v where v.tariff_id = t.id and v.currency = ?)""")) {
            query.setString(1, Settings.currency());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), new ImportRows.Tariff(row.getObject(2, UUID.class), row.getString(3)));
                }
            }
        }
        return found;
    }
}
