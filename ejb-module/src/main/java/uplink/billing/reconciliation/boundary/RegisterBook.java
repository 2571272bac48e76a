package uplink.billing.reconciliation.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import uplink.billing.payment.control.RegisterPage;
import uplink.billing.reconciliation.control.Comparison;
import uplink.billing.reconciliation.control.RegisterRows;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** What is written down when registers are read; each method is a database transaction, and none calls a provider. */
@Stateless
@Allowed(Permission.SYSTEM)
public class RegisterBook {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** The last day whose register was read, else two days before the first payment; empty when there was none. */
    public Optional<LocalDate> last(String provider, ZoneId zone) {
        return rows().last(provider).or(() -> rows().first(provider)
                .map(first -> LocalDate.ofInstant(first, zone).minusDays(2)));
    }

    /** A page that was read. */
    public void keep(String provider, RegisterPage page) {
        rows().keep(provider, page);
    }

    /** The whole day was read: what does not agree is written down, and what agrees by now is settled. */
    public void compare(String provider, LocalDate day, Instant from, Instant to) {
        Comparison comparison = new Comparison(Sql.in(database), provider, day);
        comparison.find(from, to);
        comparison.settle(from, to);
        rows().done(provider, day, from, to);
    }

    private RegisterRows rows() {
        return new RegisterRows(Sql.in(database));
    }
}
