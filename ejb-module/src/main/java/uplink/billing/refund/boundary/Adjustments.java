package uplink.billing.refund.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.control.CorrectionRules;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.refund.control.ApprovalRows;
import uplink.billing.refund.control.Threshold;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Callers;
import uplink.shared.Money;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Corrections of balances by hand. */
@Stateless
@Allowed(Permission.LEDGER_ADJUST)
public class Adjustments {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Ledger ledger;

    /**
     * Corrects a customer's balance: posted today, or above the threshold once a second person has approved it. {@code
     * not-found}; {@code validation} for an amount of nothing or without a reason.
     */
    public Adjusted adjust(UUID customer, Adjustment wanted) {
        return adjust(customer, wanted, HouseAccount.ADJUSTMENTS);
    }

    /**
     * Like {@link #adjust(UUID, Adjustment)}, for money that stands somewhere.
     *
     * @param house where it stands: the clearing account of the provider that has it
     */
    public Adjusted adjust(UUID customer, Adjustment wanted, HouseAccount house) {
        Sql sql = Sql.in(database);
        Posting.Account account = Posting.hold(sql, customer);
        String reason = CorrectionRules.check(wanted, account);
        BigDecimal amount = Money.of(wanted.amount(), account.currency()).amount();
        if (!Threshold.isPassed(sql, amount)) {
            return new Adjusted(ledger.adjust(customer, wanted, house), null);
        }
        UUID approval = new ApprovalRows(sql)
                .askFor(
                        customer,
                        house,
                        amount,
                        account.currency(),
                        reason,
                        Callers.current().userId(),
                        clock.instant());
        return new Adjusted(null, approval);
    }
}
