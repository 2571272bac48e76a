package uplink.billing.ledger.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.boundary.TransferType;

class TransferTest {

    private static final UUID CUSTOMER = UUID.fromString("01930d5e-7a00-7000-8000-5f1e0b9c2d11");
    private static final UUID PAYMENT = new UUID(8, 2);
    private static final UUID PERSON = new UUID(8, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void aCreditGoesFromTheHouseToTheCustomer() {
        Transfer credit = transfer("12.50");
        assertEquals(HouseAccount.CASH.id(), credit.debit());
        assertEquals(CUSTOMER, credit.credit());
        assertEquals(new BigDecimal("12.50"), credit.amount());
        assertEquals(PAYMENT, credit.payment());
        assertEquals(credit.id(), credit.group());
        assertEquals(DAY, credit.effectiveOn());
        assertEquals("because", credit.reason());
        assertEquals(PERSON, credit.createdBy());
        assertEquals(TransferType.PAYMENT, credit.type());
    }

    @Test
    void aDebitGoesFromTheCustomerToTheHouseAndIsAboveZero() {
        Transfer debit = transfer("-12.50");
        assertEquals(CUSTOMER, debit.debit());
        assertEquals(HouseAccount.CASH.id(), debit.credit());
        assertEquals(new BigDecimal("12.50"), debit.amount());
    }

    @Test
    void houseAccountsAreKnownByTheirIds() {
        assertEquals(UUID.fromString("00000000-0000-7000-8000-000000000001"), HouseAccount.REVENUE.id());
        assertEquals(
                HouseAccount.values().length,
                Arrays.stream(HouseAccount.values())
                        .map(HouseAccount::id)
                        .distinct()
                        .count());
        assertTrue(Arrays.stream(HouseAccount.values()).allMatch(house -> HouseAccount.is(house.id())));
        assertFalse(HouseAccount.is(CUSTOMER));
    }

    private static Transfer transfer(String change) {
        return Transfer.ofCustomer(
                CUSTOMER,
                HouseAccount.CASH,
                new BigDecimal(change),
                TransferType.PAYMENT,
                PAYMENT,
                DAY,
                "because",
                PERSON);
    }
}
