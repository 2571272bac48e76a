package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.run.boundary.PreviewedChange;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** What an operator does to a subscription; each is an event with a day of its own. */
@Named
@RequestScoped
public class SubscriptionAction {

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private ChangePreview changes;

    @Inject
    private BusinessClock clock;

    @Inject
    private Reader reader;

    private @Nullable LocalDate on;
    private @Nullable UUID tariff;
    private @Nullable BigDecimal price;
    private SubscriptionStatus as = SubscriptionStatus.FROZEN;
    private @Nullable BigDecimal amount;
    private @Nullable String text;
    private @Nullable PreviewedChange preview;
    private @Nullable UUID fee;
    private @Nullable UUID discount;

    public void changeTariff(UUID id) {
        subscriptions.changeTariff(id, Go.given(tariff), getOn(), price);
        done(id, "subscription.changed");
    }

    /** Shows in the dialog what the change would bring; nothing is recorded. */
    public void previewTariff(UUID id) {
        preview = changes.tariffChange(id, Go.given(tariff), getOn(), price, reader.getLocale());
    }

    public @Nullable PreviewedChange getPreview() {
        return preview;
    }

    public void changePrice(UUID id) {
        subscriptions.changePrice(id, getOn(), price);
        done(id, "subscription.price-changed");
    }

    public void pause(UUID id) {
        subscriptions.pause(id, getOn(), as);
        done(id, "subscription.paused");
    }

    public void resume(UUID id) {
        subscriptions.resume(id, getOn());
        done(id, "subscription.resumed");
    }

    public void cancel(UUID id) {
        subscriptions.cancel(id, getOn());
        done(id, "subscription.cancelled");
    }

    /** Takes back what was planned for a later day. */
    public void withdraw(UUID id, UUID planned) {
        subscriptions.withdraw(id, planned);
        done(id, "subscription.withdrawn");
    }

    public void charge(UUID id) {
        subscriptions.addFee(id, new NewFeeCharge(getOn(), fee, amount, text, null));
        done(id, "subscription.fee-added");
    }

    /** Shows in the dialog what the fee would bring; nothing is recorded. */
    public void previewFee(UUID id) {
        preview = changes.fee(id, new NewFeeCharge(getOn(), fee, amount, text, null), reader.getLocale());
    }

    public void endDiscount(UUID id) {
        subscriptions.endDiscount(id, Go.given(discount), getOn(), Go.given(text));
        done(id, "subscription.discount-ended");
    }

    public void grant(UUID id) {
        subscriptions.addDiscount(id, Go.given(discount), getOn(), text);
        done(id, "subscription.discount-granted");
    }

    private static void done(UUID id, String note) {
        Go.to("/subscription?id=" + id, note);
    }

    public LocalDate getOn() {
        return on == null ? clock.today() : on;
    }

    public void setOn(@Nullable LocalDate on) {
        this.on = on;
    }

    public SubscriptionStatus[] getInterruptions() {
        return new SubscriptionStatus[] {SubscriptionStatus.FROZEN, SubscriptionStatus.SUSPENDED};
    }

    public @Nullable UUID getTariff() {
        return tariff;
    }

    public void setTariff(@Nullable UUID tariff) {
        this.tariff = tariff;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public SubscriptionStatus getAs() {
        return as;
    }

    public void setAs(SubscriptionStatus as) {
        this.as = as;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable UUID getFee() {
        return fee;
    }

    public void setFee(@Nullable UUID fee) {
        this.fee = fee;
    }

    public @Nullable UUID getDiscount() {
        return discount;
    }

    public void setDiscount(@Nullable UUID discount) {
        this.discount = discount;
    }
}
