package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.shared.Sql;
import uplink.testing.Tx;

/** Tariffs that are charged day by day, their invoices, and the money paid for them. */
class DailySharesTest extends RunCases {

    @Test
    void dailySharesArePostedEachDayAndGatheredWhenTheMonthEnds() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), LocalDate.of(2026, 12, 30));
        commit(LocalDate.of(2026, 12, 30));
        commit(LocalDate.of(2026, 12, 31));
        assertEquals(List.of(), provider.invoices(customer));
        assertEquals(new BigDecimal("-20.00"), provider.balance(customer));
        commit(LocalDate.of(2027, 1, 1));
        assertEquals(List.of("invoice pending 20.00"), provider.invoices(customer));
        assertEquals(
                List.of(
                        "recurring 2026-12-30 2026-12-31 10.00",
                        "recurring 2026-12-31 2027-01-01 10.00",
                        "recurring 2027-01-01 2027-01-02 10.00 waits"),
                provider.charges(customer));
        assertEquals(new BigDecimal("-30.00"), provider.balance(customer));
        assertEquals(new BigDecimal("-30.00"), provider.balanceByTransfers(customer));
        assertEquals(
                List.of("daily", "daily", "daily"),
                sql.list("select type from transactions where debit_account = ?", r -> r.getString(1), customer));
    }

    @Test
    void whoeverPaidForDailySharesBeforeTheirInvoiceHasPaidTheInvoice() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        commit(LocalDate.of(2026, 12, 15));
        provider.credit(customer, "310.00");
        commit(LocalDate.of(2026, 12, 31));
        assertEquals(new BigDecimal("0.00"), provider.balance(customer), "all shares are served");
        commit(LocalDate.of(2027, 1, 1));
        assertEquals(List.of("invoice paid 310.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-10.00"), provider.balance(customer), "the next month has begun");
        assertEquals(List.of(), credits(customer));
    }

    @Test
    void sharesThatWaitForTheirInvoiceTakeNothingFromAnInvoiceThatIsThere() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        commit(LocalDate.of(2027, 1, 5));
        assertEquals(List.of("invoice pending 310.00"), provider.invoices(customer));
        provider.credit(customer, "310.00");
        Tx.run(c -> CreditAllocation.settle(Sql.on(c), new UUID[] {customer}, NOW));
        assertEquals(List.of("invoice paid 310.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-50.00"), provider.balance(customer));
    }

    @Test
    void anotherInvoiceIsPaidByCreditThatOnlyWaitingSharesHaveUsedUp() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        provider.credit(customer, "50.00");
        commit(LocalDate.of(2026, 12, 5));
        provider.subscription(customer, provider.tariff("31.00", "period", "exempt"), LocalDate.of(2026, 12, 6));
        commit(LocalDate.of(2026, 12, 6));
        assertEquals(List.of("invoice paid 26.00"), provider.invoices(customer));
        assertEquals(List.of("24.00"), credits(customer));
    }

    @Test
    void aDebitWithoutInvoiceStillComesFirst() {
        UUID customer = provider.subscriber(provider.tariff("300.00"), DECEMBER);
        provider.credit(customer, "300.00");
        Tx.run(c -> {
            Posting.post(
                    Sql.on(c),
                    List.of(Transfer.ofCustomer(
                            customer,
                            HouseAccount.ADJUSTMENTS,
                            new BigDecimal("-100.00"),
                            TransferType.ADJUSTMENT,
                            null,
                            DECEMBER,
                            "router",
                            null)),
                    NOW);
            return true;
        });
        commit(DECEMBER);
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        assertEquals(List.of("200.00"), allocations(customer));
    }

    @Test
    void dailySharesOfACancelledSubscriptionAreNotForgotten() {
        UUID customer = provider.subscriber(provider.tariff("310.00", "daily", "exempt"), DECEMBER);
        commit(LocalDate.of(2026, 12, 3));
        provider.event(subscriptionOf(customer), "pause", LocalDate.of(2026, 12, 4), null);
        commit(LocalDate.of(2026, 12, 4));
        assertEquals(List.of(), provider.invoices(customer));
        commit(LocalDate.of(2027, 1, 1));
        assertEquals(List.of("invoice pending 30.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-30.00"), provider.balance(customer));
    }
}
