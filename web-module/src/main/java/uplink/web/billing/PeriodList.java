package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.AccountingPeriod;
import uplink.billing.ledger.boundary.AccountingPeriods;
import uplink.billing.ledger.boundary.PeriodDecision;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Which days are closed, who closed them, and closing more. */
@Named
@ViewScoped
public class PeriodList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AccountingPeriods periods;

    private @Nullable LocalDate day;
    private @Nullable String reason;
    private final Rows<AccountingPeriod> rows =
            new Rows<>((first, size, column, ascending) -> periods.list(first, size), () -> periods.count());

    public @Nullable LocalDate getClosedThrough() {
        return periods.currentLastClosedDay().orElse(null);
    }

    public void close() {
        periods.close(new PeriodDecision(day, reason));
        Go.to("/periods", "period.closed");
    }

    public void reopen() {
        periods.reopen(new PeriodDecision(day, reason));
        Go.to("/periods", "period.reopened");
    }

    public Rows<AccountingPeriod> getRows() {
        return rows;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
