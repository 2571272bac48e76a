package uplink.bulk.control;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.PlannedChange;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Another tariff for a service, by the rules that hold for whoever changes one by hand. */
public final class TariffAct implements Act {

    private final Subscriptions subscriptions;
    private final ChangePreview preview;
    private final UUID tariff;
    private final ChangeWhen when;
    private final LocalDate today;

    public TariffAct(
            Subscriptions subscriptions, ChangePreview preview, UUID tariff, ChangeWhen when, LocalDate today) {
        this.subscriptions = subscriptions;
        this.preview = preview;
        this.tariff = tariff;
        this.when = when;
        this.today = today;
    }

    @Override
    public Outcome act(Item item) {
        UUID service = item.service();
        LocalDate on = when == ChangeWhen.NOW ? today : subscriptions.getNextPeriod(service);
        SubscriptionRow before = subscriptions.get(service);
        if (planned(before, on).isPresent()) {
            return Outcome.nothing(Text.of("bulk.tariff.planned", on));
        }
        SubscriptionRow changed = subscriptions.changeTariff(service, tariff, on, null);
        Optional<PlannedChange> made = planned(changed, on);
        return Outcome.changed(
                before.price(),
                made.map(PlannedChange::price).orElse(changed.price()),
                on,
                made.map(PlannedChange::id).orElse(null));
    }

    /** With what the next bill run would bring of the service, were it changed. */
    @Override
    public Outcome rehearse(Item item) {
        Outcome outcome = act(item);
        LocalDate on = outcome.effectiveOn();
        return on == null
                ? outcome
                : outcome.billing(preview.currentChange(item.service(), on, Locale.ENGLISH)
                        .total());
    }

    @Override
    public Outcome undo(Item item) {
        UUID made = item.made();
        if (made == null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("bulk.tariff.begun"));
        }
        subscriptions.withdraw(item.service(), made);
        return Outcome.changed();
    }

    private Optional<PlannedChange> planned(SubscriptionRow row, LocalDate on) {
        return row.planned().stream()
                .filter(change ->
                        change.kind() == EventKind.CHANGE && change.on().equals(on) && tariff.equals(change.tariffId()))
                .findFirst();
    }
}
