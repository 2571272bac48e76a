package uplink.address.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.address.control.GarImport;
import uplink.address.control.PlaceColumn;
import uplink.address.control.PlaceImport;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Takes files of places over into the tree. The columns are in the operator guide; the same file twice adds nothing. */
@Stateless
@Allowed(Permission.SYSTEM)
public class PlaceFiles {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** Whether it has lines with headings, and not an extract of the state's register. */
    @Allowed(Permission.IMPORT_RUN)
    public boolean hasHeadings(byte[] content) {
        return !GarImport.reads(content);
    }

    /** The columns as the guide calls them, the largest place first. */
    @Allowed(Permission.IMPORT_RUN)
    public List<String> listColumns() {
        return Stream.of(PlaceColumn.values()).map(PlaceColumn::header).toList();
    }

    /** The documented column that a heading means by itself. */
    @Allowed(Permission.IMPORT_RUN)
    public Optional<String> findColumn(String heading) {
        return PlaceColumn.of(heading).map(PlaceColumn::header);
    }

    /**
     * Takes one over in the caller's transaction.
     *
     * @param content lines in UTF-8 or windows-1251 with comma, semicolon or tab; or an extract of the state's register (ГАР): a ZIP
     * @param explained what headings of lines mean that the guide does not document ({@link uplink.shared.table.Headings})
     * @param whole nothing is written when anything is refused
     * @param dryRun everything is tried and nothing stays
     * @param progress hears of the lines read so far; false: stop
     */
    public PlaceFileOutcome take(
            byte[] content, Map<String, String> explained, boolean whole, boolean dryRun, IntPredicate progress) {
        Sql sql = Sql.in(database);
        return GarImport.reads(content)
                ? new GarImport(sql, progress).run(content, whole, dryRun)
                : new PlaceImport(sql, progress).run(content, explained, whole, dryRun);
    }
}
