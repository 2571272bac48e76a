package uplink.web.policy;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.boundary.DunningTerms;
import uplink.billing.policy.boundary.FreezeTerms;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.billing.policy.boundary.PromiseTerms;

/** The fields of all kinds of terms: a view shows those of its policy's subject. */
public class TermFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable Integer dueDays;
    private @Nullable Integer graceDays;
    private boolean workingDays;
    private String calendar = "ru";
    private boolean charged;
    private boolean outagesWait = true;
    private @Nullable BigDecimal creditLimit;
    private @Nullable Integer writeOffDays;
    private boolean offered;
    private @Nullable Integer termDays;
    private @Nullable BigDecimal fee;
    private @Nullable Integer intervalDays;
    private @Nullable Integer tenureDays;
    private @Nullable Integer paymentDays;
    private @Nullable BigDecimal debtLimit;
    private @Nullable Integer minDays;
    private @Nullable Integer maxDays;
    private @Nullable Integer aheadDays;
    private @Nullable Integer freeDays;
    private @Nullable BigDecimal activationFee;
    private @Nullable BigDecimal dayFee;
    private @Nullable Integer gapDays;

    void show(PolicyTerms now) {
        DunningTerms dunning = now.dunning();
        PromiseTerms promise = now.promise();
        FreezeTerms freeze = now.freeze();
        if (dunning != null) {
            show(dunning);
        }
        if (promise != null) {
            show(promise);
        }
        if (freeze != null) {
            show(freeze);
        }
    }

    private void show(DunningTerms now) {
        dueDays = now.dueDays();
        graceDays = now.graceDays();
        workingDays = now.workingDays();
        calendar = now.calendar();
        charged = now.charged();
        outagesWait = Boolean.TRUE.equals(now.outagesWait());
        creditLimit = now.creditLimit();
        writeOffDays = now.writeOffDays();
    }

    private void show(PromiseTerms now) {
        offered = now.offered();
        termDays = now.termDays();
        fee = now.fee();
        intervalDays = now.intervalDays();
        tenureDays = now.tenureDays();
        paymentDays = now.paymentDays();
        debtLimit = now.debtLimit();
    }

    private void show(FreezeTerms now) {
        offered = now.offered();
        minDays = now.minDays();
        maxDays = now.maxDays();
        aheadDays = now.aheadDays();
        freeDays = now.freeDays();
        activationFee = now.activationFee();
        dayFee = now.dayFee();
        gapDays = now.gapDays();
    }

    DunningTerms dunning(List<Integer> reminders) {
        return new DunningTerms(
                number(dueDays),
                reminders,
                graceDays,
                workingDays,
                calendar,
                charged,
                sum(creditLimit),
                writeOffDays,
                outagesWait);
    }

    PromiseTerms promise() {
        return new PromiseTerms(
                offered, number(termDays), sum(fee), number(intervalDays), number(tenureDays), paymentDays, debtLimit);
    }

    FreezeTerms freeze() {
        return new FreezeTerms(
                offered,
                number(minDays),
                number(maxDays),
                number(aheadDays),
                number(freeDays),
                sum(activationFee),
                sum(dayFee),
                number(gapDays));
    }

    private static int number(@Nullable Integer given) {
        return given == null ? 0 : given;
    }

    private static BigDecimal sum(@Nullable BigDecimal given) {
        return given == null ? BigDecimal.ZERO : given;
    }

    public @Nullable Integer getDueDays() {
        return dueDays;
    }

    public void setDueDays(@Nullable Integer dueDays) {
        this.dueDays = dueDays;
    }

    public @Nullable Integer getGraceDays() {
        return graceDays;
    }

    public void setGraceDays(@Nullable Integer graceDays) {
        this.graceDays = graceDays;
    }

    public boolean isWorkingDays() {
        return workingDays;
    }

    public void setWorkingDays(boolean workingDays) {
        this.workingDays = workingDays;
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }

    public boolean isCharged() {
        return charged;
    }

    public void setCharged(boolean charged) {
        this.charged = charged;
    }

    public boolean isOutagesWait() {
        return outagesWait;
    }

    public void setOutagesWait(boolean outagesWait) {
        this.outagesWait = outagesWait;
    }

    public @Nullable BigDecimal getCreditLimit() {
        return creditLimit;
    }

    public void setCreditLimit(@Nullable BigDecimal creditLimit) {
        this.creditLimit = creditLimit;
    }

    public @Nullable Integer getWriteOffDays() {
        return writeOffDays;
    }

    public void setWriteOffDays(@Nullable Integer writeOffDays) {
        this.writeOffDays = writeOffDays;
    }

    public boolean isOffered() {
        return offered;
    }

    public void setOffered(boolean offered) {
        this.offered = offered;
    }

    public @Nullable Integer getTermDays() {
        return termDays;
    }

    public void setTermDays(@Nullable Integer termDays) {
        this.termDays = termDays;
    }

    public @Nullable BigDecimal getFee() {
        return fee;
    }

    public void setFee(@Nullable BigDecimal fee) {
        this.fee = fee;
    }

    public @Nullable Integer getIntervalDays() {
        return intervalDays;
    }

    public void setIntervalDays(@Nullable Integer intervalDays) {
        this.intervalDays = intervalDays;
    }

    public @Nullable Integer getTenureDays() {
        return tenureDays;
    }

    public void setTenureDays(@Nullable Integer tenureDays) {
        this.tenureDays = tenureDays;
    }

    public @Nullable Integer getPaymentDays() {
        return paymentDays;
    }

    public void setPaymentDays(@Nullable Integer paymentDays) {
        this.paymentDays = paymentDays;
    }

    public @Nullable BigDecimal getDebtLimit() {
        return debtLimit;
    }

    public void setDebtLimit(@Nullable BigDecimal debtLimit) {
        this.debtLimit = debtLimit;
    }

    public @Nullable Integer getMinDays() {
        return minDays;
    }

    public void setMinDays(@Nullable Integer minDays) {
        this.minDays = minDays;
    }

    public @Nullable Integer getMaxDays() {
        return maxDays;
    }

    public void setMaxDays(@Nullable Integer maxDays) {
        this.maxDays = maxDays;
    }

    public @Nullable Integer getAheadDays() {
        return aheadDays;
    }

    public void setAheadDays(@Nullable Integer aheadDays) {
        this.aheadDays = aheadDays;
    }

    public @Nullable Integer getFreeDays() {
        return freeDays;
    }

    public void setFreeDays(@Nullable Integer freeDays) {
        this.freeDays = freeDays;
    }

    public @Nullable BigDecimal getActivationFee() {
        return activationFee;
    }

    public void setActivationFee(@Nullable BigDecimal activationFee) {
        this.activationFee = activationFee;
    }

    public @Nullable BigDecimal getDayFee() {
        return dayFee;
    }

    public void setDayFee(@Nullable BigDecimal dayFee) {
        this.dayFee = dayFee;
    }

    public @Nullable Integer getGapDays() {
        return gapDays;
    }

    public void setGapDays(@Nullable Integer gapDays) {
        this.gapDays = gapDays;
    }
}
