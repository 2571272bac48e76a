package uplink.billing.payment.boundary;

import java.time.Duration;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Stripe;

/** Everything that holds for money that goes back holds by Stripe, too. */
class StripeRefundsTest extends RefundsTest {

    @Override
    PaymentProvider road(Duration patience) {
        return new Stripe(bank.url(), "sk_test", SECRET, patience);
    }
}
