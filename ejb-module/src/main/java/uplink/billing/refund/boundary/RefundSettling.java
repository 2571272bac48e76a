package uplink.billing.refund.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.RefundRoad;
import uplink.billing.payment.control.RefundRoad.Returned;
import uplink.billing.payment.control.RefundRoad.Wish;
import uplink.billing.refund.control.Back;
import uplink.billing.refund.control.Calling;
import uplink.billing.refund.control.RefundRules;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** Calls the provider about money that goes back: record, call, record. No transaction is open while it is called. */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefundSettling {

    @Inject
    private RefundBook book;

    @Inject
    private Providers providers;

    /** Has the money given back, or finds out where that stands; comes back in some twenty seconds at most. */
    public void settle(UUID refund) {
        book.begin(refund).ifPresent(calling -> book.record(calling, call(calling)));
    }

    /** Finds out what the provider has given or taken back of a payment. */
    public void askReturns(UUID payment) {
        Back about = book.beginReturns(payment);
        road(about)
                .flatMap(road -> road.returned(String.valueOf(about.paymentExternalId())))
                .ifPresent(all -> book.returned(payment, about.customerId(), all));
    }

    private Returned call(Calling calling) {
        return road(calling.back())
                .map(road -> call(road, calling))
                .orElseGet(() -> Returned.unknown("the provider is not configured"));
    }

    /** Whoever has called before looks first whether that has got through. */
    private static Returned call(RefundRoad road, Calling calling) {
        Back back = calling.back();
        String payment = String.valueOf(back.paymentExternalId());
        if (!calling.isFirst()) {
            Optional<List<Returned>> all = road.returned(payment);
            if (all.isEmpty()) {
                return Returned.unknown("no answer");
            }
            Optional<Returned> ours = all.get().stream()
                    .filter(said -> RefundRules.isAbout(back, said))
                    .findFirst();
            if (ours.isPresent()) {
                return ours.get();
            }
            if (calling.forgotten()) {
                return Returned.refused("the provider never knew it");
            }
        }
        return road.giveBack(new Wish(back.id(), payment, back.amount(), back.currency(), back.reason()));
    }

    private Optional<RefundRoad> road(Back back) {
        return providers.named(back.provider()).flatMap(PaymentProvider::wayBack);
    }
}
