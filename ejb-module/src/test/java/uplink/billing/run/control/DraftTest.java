package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.TaxMode;

class DraftTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final UUID SUBSCRIPTION = new UUID(1, 1);
    private static final UUID TARIFF = new UUID(1, 2);

    private final Draft draft = new Draft(new UUID(1, 3), 4, BigDecimal.ZERO);

    @Test
    void anInvoiceOwesItsLinesAndPostsNetAndTaxApart() {
        draft.add(line("122.00", "22.00", null, false, true));
        draft.add(line("61.00", "11.00", null, false, true));
        assertTrue(draft.hasInvoice());
        assertFalse(draft.isCreditNote());
        assertEquals(new BigDecimal("183.00"), draft.total);
        assertEquals(new BigDecimal("33.00"), draft.tax);
        assertEquals(new BigDecimal("150.00"), draft.postedNet);
        assertEquals(new BigDecimal("33.00"), draft.postedTax);
        assertEquals(new BigDecimal("-183.00"), draft.balanceChange());
        assertEquals(2, draft.lines.size());
    }

    @Test
    void aDailyShareIsPostedAndWaits() {
        draft.add(line("10.00", "1.80", DAY, false, false));
        assertFalse(draft.hasInvoice());
        assertEquals(BigDecimal.ZERO, draft.total);
        assertEquals(new BigDecimal("8.20"), draft.dailyNet);
        assertEquals(new BigDecimal("1.80"), draft.dailyTax);
        assertEquals(new BigDecimal("-10.00"), draft.balanceChange());
    }

    @Test
    void itsInvoicePostsNothingAgain() {
        draft.add(line("10.00", "1.80", DAY, true, true));
        assertTrue(draft.hasInvoice());
        assertEquals(new BigDecimal("10.00"), draft.total);
        assertEquals(new BigDecimal("1.80"), draft.tax);
        assertEquals(0, draft.balanceChange().signum());
    }

    @Test
    void moreBackThanOwedIsACreditNote() {
        draft.add(line("-122.00", "-22.00", null, false, true));
        assertTrue(draft.isCreditNote());
        assertTrue(draft.maySettle());
        assertEquals(new BigDecimal("122.00"), draft.balanceChange());
    }

    @Test
    void nothingOwedIsNoCreditNote() {
        draft.add(line("0.00", "0.00", null, false, true));
        assertFalse(draft.isCreditNote());
    }

    @Test
    void anInvoiceMayBeSettledByMoneyOnTheAccount() {
        Draft rich = new Draft(new UUID(1, 5), 0, new BigDecimal("0.01"));
        assertFalse(rich.maySettle(), "there is nothing to settle");
        rich.add(line("1.00", "0.00", null, false, true));
        assertTrue(rich.maySettle());
        draft.add(line("1.00", "0.00", null, false, true));
        assertFalse(draft.maySettle(), "there is nothing to settle it with");
    }

    @Test
    void dailySharesMayHaveUsedUpTheBalanceOfWhatWasPaidForThem() {
        draft.sharesAreDaily();
        assertFalse(draft.maySettle());
        draft.add(line("10.00", "1.80", DAY, true, true));
        assertTrue(draft.maySettle());
    }

    @Test
    void eachSumThatComesBackIsCredit() {
        for (Draft.Line back : List.of(
                line("-1.00", "0.00", null, false, true),
                line("1.00", "2.00", null, false, false),
                line("-1.00", "0.00", DAY, false, false),
                line("1.00", "2.00", DAY, false, false))) {
            Draft one = new Draft(new UUID(1, 6), 0, BigDecimal.ZERO);
            one.add(back);
            assertTrue(one.maySettle(), back.toString());
        }
        Draft taxOnly = new Draft(new UUID(1, 6), 0, BigDecimal.ZERO);
        taxOnly.add(line("-1.00", "-1.00", null, false, true));
        assertTrue(taxOnly.maySettle());
        Draft dailyTaxOnly = new Draft(new UUID(1, 6), 0, BigDecimal.ZERO);
        dailyTaxOnly.add(line("-1.00", "-1.00", DAY, false, false));
        assertTrue(dailyTaxOnly.maySettle());
    }

    @Test
    void aRefusedDraftWritesNothing() {
        draft.add(line("122.00", "22.00", null, false, true));
        draft.marks.add(new Draft.Mark(SUBSCRIPTION, 1, DAY, DAY, null));
        assertFalse(draft.isRefused());
        draft.refuse(new Refusal(Refusal.NO_TIMELINE, Map.of()));
        assertTrue(draft.isRefused());
        assertFalse(draft.hasInvoice());
        assertEquals(List.of(), draft.lines);
        assertEquals(List.of(), draft.marks);
    }

    private static Draft.Line line(
            String gross, String tax, @Nullable LocalDate invoiceFrom, boolean stored, boolean invoiced) {
        BigDecimal amount = new BigDecimal(gross);
        Explanation why = new Explanation(
                LineKind.RECURRING,
                Currency.getInstance("RUB"),
                DAY,
                DAY.plusMonths(1),
                31,
                31,
                amount,
                List.of(),
                0,
                amount,
                null,
                new LineTax(TaxMode.INCLUDED, new BigDecimal("22"), new BigDecimal(tax)),
                null,
                null,
                null,
                invoiceFrom);
        return new Draft.Line(
                SUBSCRIPTION,
                TARIFF,
                new RatedLine(new ChargeKey(LineKind.RECURRING, DAY, ""), why, null),
                stored,
                invoiced);
    }
}
