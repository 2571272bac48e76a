package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.Stripe;
import uplink.standin.Mood;
import uplink.standin.StandInProvider;
import uplink.testing.Patience;

/** Unknown outcomes are settled within five minutes of the provider's answering, however many wait and whoever is silent. */
class JanitorTest extends PaymentCases {

    private static final int TICK = 5;
    private static final int BOUND = 300;
    private static final int MANY = 12;

    private final StandInProvider other =
            StandInProvider.start(0, "shop", "key", Optional.empty()).withStripe("sk", "whsec", Optional.empty());
    private final Till both = new Till(new Providers(
            List.of(
                    road,
                    Patience.by(
                            PaymentProvider.class,
                            other::mood,
                            patience -> new Stripe(other.url(), "sk", "whsec", patience))),
            "card=stripe sbp=yookassa"));
    private final UUID customer = provider.customer();
    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void closeBoth() throws SQLException {
        both.close();
        other.close();
    }

    @Test
    void afterALongTimeOfErrorsEverythingIsKnownWithinFiveMinutes() {
        other.mood(Mood.BROKEN);
        pay(PaymentMethod.CARD, MANY);
        for (int minute = 0; minute < 20; minute++) {
            elapse(60);
            both.runJob();
        }
        assertEquals(MANY, open("unknown"));
        assertEquals(MANY, other.charges(), "asked for again, never charged again");

        other.mood(Mood.NORMAL);
        other.ids().forEach(other::pay);
        int seconds = 0;
        while (open("unknown") + open("pending") > 0) {
            elapse(TICK);
            seconds += TICK;
            both.runJob();
            assertTrue(
                    seconds <= BOUND, open("unknown") + " unknown, " + open("pending") + " pending after " + seconds);
        }
        assertEquals(MANY, open("succeeded"));
        assertEquals(MANY, other.charges());
        assertEquals(new BigDecimal("120.00"), provider.balance(customer));
    }

    @Test
    void aSilentProviderDoesNotKeepTheOthersWaiting() {
        other.mood(Mood.SILENT);
        pay(PaymentMethod.CARD, 10);
        List<UUID> silent = List.copyOf(made);
        pay(PaymentMethod.SBP, 5);
        bank.ids().forEach(bank::pay);
        long before = asked(silent);
        // theirs have been due for longer
        elapse(600);
        both.runJob();
        assertEquals(5, open("succeeded"));
        assertEquals(3, asked(silent) - before, "three silences are enough for one round");
        assertEquals(10, open("unknown"));
        other.mood(Mood.NORMAL);
        both.runJob();
        assertEquals(7, open("pending"), "those that were passed over are due all the same");
    }

    @Test
    void someSilencesBetweenAnswersAreNoReasonToStop() {
        uplink.billing.payment.control.Silences silences = new uplink.billing.payment.control.Silences();
        for (boolean answered : new boolean[] {false, false, true, false, false}) {
            silences.note("p", answered);
        }
        assertTrue(silences.silent().isEmpty());
        silences.note("p", false);
        assertTrue(silences.isSilent("p"));
        silences.note("q", true);
        assertEquals(java.util.Set.of("p"), silences.silent());
    }

    private void pay(PaymentMethod method, int times) {
        for (int i = 0; i < times; i++) {
            PayRequest wanted = new PayRequest(null, BigDecimal.TEN, null, method, null);
            made.add(both.pay(customer, wanted, method + "-" + i).id());
        }
    }

    /** As if so many seconds had gone by. */
    private void elapse(int seconds) {
        provider.sql.update(
                "update payments set ask_at = ask_at - ? * interval '1 second' where customer_id = ?",
                seconds,
                customer);
    }

    private long open(String status) {
        return provider.sql.number(
                "select count(*) from payments where customer_id = ? and status = ?", customer, status);
    }

    private long asked(List<UUID> payments) {
        return provider.sql.number("select count(*) from payment_attempts where payment_id = any (?)", (Object)
                payments.toArray(UUID[]::new));
    }
}
