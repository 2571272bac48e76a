package uplink.billing.run.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.RatedLine;

/** What a run is going to write for one customer. */
final class Draft {

    /**
     * A charge of this run, or one that waits in the database for its invoice.
     *
     * @param stored it is in the database already, only its invoice is new
     * @param invoiced it goes on the invoice of this run
     */
    record Line(UUID subscription, UUID tariff, RatedLine rated, boolean stored, boolean invoiced) {

        /** Daily shares are posted each day; their invoice posts nothing again. */
        boolean postedByDay() {
            return rated.explanation().invoiceFrom() != null;
        }
    }

    /** How far a subscription is billed now; written back only while the version is still the one that was read. */
    record Mark(
            UUID subscription,
            int version,
            @Nullable LocalDate chargedTo,
            @Nullable LocalDate nextDue,
            @Nullable LocalDate rerateFrom) {}

    final UUID customer;
    /** Place among the chunk's customers: it gives the invoice its number. */
    final int position;

    final BigDecimal balanceBefore;
    final List<Line> lines = new ArrayList<>(2);
    final List<Mark> marks = new ArrayList<>(2);

    @Nullable
    Refusal refusal;

    BigDecimal total = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal postedNet = BigDecimal.ZERO;
    BigDecimal postedTax = BigDecimal.ZERO;
    BigDecimal dailyNet = BigDecimal.ZERO;
    BigDecimal dailyTax = BigDecimal.ZERO;
    private boolean invoice;
    private boolean daily;

    Draft(UUID customer, int position, BigDecimal balanceBefore) {
        this.customer = customer;
        this.position = position;
        this.balanceBefore = balanceBefore;
    }

    void add(Line line) {
        lines.add(line);
        RatedLine rated = line.rated();
        if (line.invoiced()) {
            invoice = true;
            total = total.add(rated.gross());
            tax = tax.add(rated.tax().amount());
        }
        if (line.stored()) {
            return;
        }
        if (line.postedByDay()) {
            dailyNet = dailyNet.add(rated.net());
            dailyTax = dailyTax.add(rated.tax().amount());
        } else {
            postedNet = postedNet.add(rated.net());
            postedTax = postedTax.add(rated.tax().amount());
        }
    }

    void refuse(Refusal why) {
        refusal = why;
        lines.clear();
        marks.clear();
        invoice = false;
    }

    boolean isRefused() {
        return refusal != null;
    }

    boolean hasInvoice() {
        return invoice;
    }

    boolean isCreditNote() {
        return total.signum() < 0;
    }

    /** Something of the customer's is charged day by day, so shares may have been posted before their invoice. */
    void sharesAreDaily() {
        daily = true;
    }

    /**
     * Whether credit on the account may settle an invoice of this run. The balance tells, unless daily shares have used
     * it up: then the money that was paid for them still waits for their invoice.
     */
    boolean maySettle() {
        return credits() || (hasInvoice() && (daily || balanceBefore.signum() > 0));
    }

    /** What the balance changes by: below zero when the customer owes more. */
    BigDecimal balanceChange() {
        return postedNet.add(postedTax).add(dailyNet).add(dailyTax).negate();
    }

    /** Whether something is credited, so that there is credit to allocate. */
    private boolean credits() {
        return postedNet.signum() < 0 || postedTax.signum() < 0 || dailyNet.signum() < 0 || dailyTax.signum() < 0;
    }
}
