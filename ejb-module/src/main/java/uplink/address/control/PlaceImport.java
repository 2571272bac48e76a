package uplink.address.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import uplink.address.boundary.PlaceFileOutcome;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.PlaceRefusal;
import uplink.shared.AddressWords;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.table.DelimitedFile;
import uplink.shared.table.DelimitedTable;
import uplink.shared.table.Headings;

/** One file of places: read line by line, written rank by rank. */
public final class PlaceImport {

    private static final int STEP = 2_000;
    private static final int LONGEST = 200;

    private final Sql sql;
    private final IntPredicate progress;
    private final List<PlaceRefusal> refusals = new ArrayList<>();
    private int total;

    public PlaceImport(Sql sql, IntPredicate progress) {
        this.sql = sql;
        this.progress = progress;
    }

    /** @param explained what headings mean that the guide does not document ({@link Headings}) */
    public PlaceFileOutcome run(byte[] content, Map<String, String> explained, boolean whole, boolean dryRun) {
        PlaceStage stage = new PlaceStage(sql);
        try (DelimitedTable<PlaceColumn> table = new DelimitedTable<>(
                new DelimitedFile(content), PlaceColumn.class, new Headings<>(PlaceColumn::of, explained), Set.of())) {
            boolean goesOn = !table.faults().isEmpty() || read(stage, table);
            table.faults()
                    .forEach(fault -> refusals.add(new PlaceRefusal(fault.line(), fault.column(), fault.reason())));
            return goesOn && progress.test(total)
                    ? settle(stage, table.faults().isEmpty(), whole, dryRun)
                    : PlaceFileOutcome.stopped(total);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean read(PlaceStage stage, DelimitedTable<PlaceColumn> table) {
        for (Optional<DelimitedTable.Row<PlaceColumn>> row = table.next(); row.isPresent(); row = table.next()) {
            total++;
            if (!table.fits(row.get())) {
                refuse(row.get().line(), "", "customer.import.width");
            } else if (isGood(row.get())) {
                put(stage, row.get());
            }
            if (total % STEP == 0) {
                stage.send();
                if (!progress.test(total)) {
                    return false;
                }
            }
        }
        stage.send();
        return true;
    }

    private boolean isGood(DelimitedTable.Row<PlaceColumn> row) {
        int before = refusals.size();
        Set<PlaceKind> said = EnumSet.noneOf(PlaceKind.class);
        for (PlaceColumn column : PlaceColumn.values()) {
            String name = row.get(column);
            if (name != null) {
                said.add(column.kind());
                checkName(row.line(), column, name);
            }
        }
        Optional<PlaceKind> largest = said.stream().findFirst();
        if (largest.isEmpty()) {
            refuse(row.line(), "", "address.import.nothing");
        } else if (!largest.get().standsAlone()) {
            refuse(row.line(), PlaceColumn.of(largest.get()).header(), "address.place.parent-needed");
        }
        return refusals.size() == before;
    }

    private void checkName(int line, PlaceColumn column, String name) {
        String plain = column.kind() == PlaceKind.HOUSE
                ? name
                : AddressWords.apart(name).name();
        if (name.length() > LONGEST) {
            refusals.add(new PlaceRefusal(line, column.header(), Text.of("shared.validation.too-long", LONGEST)));
        } else if (PlaceRows.key(column.kind(), plain).isEmpty()) {
            refuse(line, column.header(), "address.place.name");
        }
    }

    private static void put(PlaceStage stage, DelimitedTable.Row<PlaceColumn> row) {
        for (PlaceColumn column : PlaceColumn.values()) {
            String name = row.get(column);
            if (column == PlaceColumn.CITY && row.get(PlaceColumn.LOCALITY) == null) {
                stage.putTown(row.line(), name);
            } else {
                stage.put(row.line(), column.kind(), name);
            }
        }
    }

    private PlaceFileOutcome settle(PlaceStage stage, boolean readable, boolean whole, boolean dryRun) {
        PlaceTrial trial = new PlaceTrial(sql);
        stage.write();
        stage.doubtful()
                .forEach((line, kind) -> refuse(line, PlaceColumn.of(kind).header(), "address.import.doubtful"));
        int refused = (int) refusals.stream().map(PlaceRefusal::line).distinct().count();
        int added = stage.added();
        boolean written = readable && (refused == 0 || !whole);
        return trial.end(
                new PlaceFileOutcome(
                        false, written, total, added, Math.max(0, total - refused - added), refused, refusals),
                dryRun);
    }

    private void refuse(int line, String column, String reason) {
        refusals.add(new PlaceRefusal(line, column, Text.of(reason)));
    }
}
