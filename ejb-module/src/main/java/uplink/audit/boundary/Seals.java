package uplink.audit.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import uplink.audit.control.SealCopies.Copy;
import uplink.audit.control.Sealing;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** The sealing of the trail, step by step, each in a transaction of its own. */
@Stateless
@Allowed(Permission.SYSTEM)
public class Seals {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** Puts one seal on what waits for it; answers how many rows it covers. */
    public int seal() {
        return new Sealing(Sql.in(database)).seal();
    }

    /** Up to a thousand seals after that number, in order. */
    public List<Copy> after(long no) {
        return Sql.in(database)
                .list(
                        "select no, sealed_at, hash from audit_seals where no > ? order by no limit 1000",
                        row -> new Copy(
                                row.getLong(1),
                                row.getTimestamp(2).toInstant(),
                                HexFormat.of().formatHex(row.getBytes(3))),
                        no);
    }
}
