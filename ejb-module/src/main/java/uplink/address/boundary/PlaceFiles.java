package uplink.address.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
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

    /**
     * Takes one over in the caller's transaction.
     *
     * @param content UTF-8 or windows-1251; comma, semicolon or tab
     * @param whole nothing is written when anything is refused
     * @param dryRun everything is tried and nothing stays
     * @param progress hears of the lines read so far; false: stop
     */
    public PlaceFileOutcome take(byte[] content, boolean whole, boolean dryRun, IntPredicate progress) {
        return new PlaceImport(Sql.in(database), progress).run(content, whole, dryRun);
    }
}
