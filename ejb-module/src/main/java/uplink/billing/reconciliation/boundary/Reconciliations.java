package uplink.billing.reconciliation.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.reconciliation.control.DiscrepancyRows;
import uplink.billing.reconciliation.control.RegisterRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What does not agree with the providers' registers, and what is done about it. Every decision is made once. */
@Stateless
@Allowed(Permission.PAYMENT_RECONCILE)
public class Reconciliations {

    private static final int LONGEST_REASON = 500;
    private static final int DAYS = 60;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** The registers of the last days, newest first. */
    public List<RegisterDay> listDays() {
        return new RegisterRows(Sql.in(database)).days(DAYS);
    }

    /** A slice for the console. */
    public List<Discrepancy> list(DiscrepancyQuery query) {
        return rows().list(query);
    }

    public long count(DiscrepancyQuery query) {
        return rows().count(query);
    }

    /** A page, newest first. */
    public Page<Discrepancy> page(
            @Nullable DiscrepancyKind kind, @Nullable DiscrepancyStatus status, PageRequest page) {
        DiscrepancyQuery query = new DiscrepancyQuery(null, null, kind, status, page.before(), 0, page.limit() + 1);
        return Page.of(rows().list(query), page.limit(), one -> one.id().toString());
    }

    /** {@code not-found}. */
    public Discrepancy get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** It stays as it is, for that reason. {@code validation}; {@code not-found}; {@code invalid-state} when it was decided. */
    public Discrepancy explain(UUID id, Explanation why) {
        get(id);
        Validation validation = new Validation();
        String reason = validation.text("reason", why.reason(), LONGEST_REASON);
        validation.done();
        if (!rows().decide(
                        id,
                        DiscrepancyStatus.EXPLAINED,
                        reason,
                        Callers.current().userId())) {
            throw decided();
        }
        return get(id);
    }

    /** Both agree now. Nothing happens when that was said before. */
    public void settled(UUID id) {
        rows().decide(id, DiscrepancyStatus.SETTLED, null, Callers.current().userId());
    }

    /** The customer of that contract; {@code validation}. */
    public UUID requireCustomer(@Nullable String contract) {
        return rows().customer(contract == null ? "" : contract.strip())
                .orElseThrow(() -> BusinessException.invalid("contractNumber", Text.of("reconciliation.no-contract")));
    }

    static BusinessException decided() {
        return new BusinessException(ProblemType.INVALID_STATE, Text.of("reconciliation.decided"));
    }

    private DiscrepancyRows rows() {
        return new DiscrepancyRows(Sql.in(database));
    }
}
