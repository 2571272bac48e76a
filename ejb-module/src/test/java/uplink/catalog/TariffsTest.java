package uplink.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.Fees;
import uplink.catalog.boundary.NewDiscount;
import uplink.catalog.boundary.NewFee;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.NewTaxClass;
import uplink.catalog.boundary.Period;
import uplink.catalog.boundary.TariffChange;
import uplink.catalog.boundary.TariffDetail;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffOffer;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TaxMode;
import uplink.catalog.boundary.TaxRate;
import uplink.catalog.boundary.Taxes;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

class TariffsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private final Desk provider = new Desk(TODAY);

    @AfterEach
    void close() throws Exception {
        provider.close();
    }

    @Test
    void aNewVersionClosesTheOneBefore() {
        TariffDetail tariff = provider.tariff("500.00");
        TariffDetail now = provider.boundaries.call(
                () -> provider.tariffs.addVersion(tariff.id(), Desk.version(LocalDate.of(2027, 1, 1), "550.00")));
        assertEquals(2, now.versions().size());
        assertNull(now.versions().get(0).validTo());
        assertEquals(LocalDate.of(2027, 1, 1), now.versions().get(1).validTo());
        assertTrue(now.version() > tariff.version());
    }

    @Test
    void aVersionThatBeginsNotAfterTheNewestIsRefused() {
        TariffDetail tariff = provider.tariff("500.00");
        refused(
                ProblemType.INVALID_STATE,
                () -> provider.tariffs.addVersion(tariff.id(), Desk.version(LocalDate.of(2020, 1, 1), "1.00")));
    }

    @Test
    void aVersionOfTomorrowIsNotOfferedToday() {
        TariffDetail tariff = provider.tariff("500.00");
        provider.boundaries.call(
                () -> provider.tariffs.addVersion(tariff.id(), Desk.version(TODAY.plusDays(1), "550.00")));
        assertEquals(
                new BigDecimal("500.00"), offer(tariff.id(), "ru").orElseThrow().price());
        provider.boundaries.today(TODAY.plusDays(1));
        assertEquals(
                new BigDecimal("550.00"), offer(tariff.id(), "en").orElseThrow().price());
        assertEquals("Home", offer(tariff.id(), "en").orElseThrow().name());
    }

    @Test
    void aWithdrawnTariffIsNotOfferedButStaysInTheList() {
        TariffDetail tariff = provider.tariff("500.00");
        TariffDetail now = provider.boundaries.call(
                () -> provider.tariffs.update(tariff.id(), tariff.version(), new TariffChange(false, null)));
        assertFalse(now.active());
        assertTrue(offer(tariff.id(), "ru").isEmpty());
        TariffQuery query = new TariffQuery(
                tariff.code().toUpperCase(Locale.ROOT), null, null, false, TariffQuery.Sort.PRICE, false, 0, 10);
        assertEquals(1, provider.boundaries.call(() -> provider.tariffs.count(query)));
        assertEquals(
                tariff.id(),
                provider.boundaries
                        .call(() -> provider.tariffs.list(query))
                        .get(0)
                        .id());
    }

    @Test
    void aChangeFromAnOldVersionIsStale() {
        TariffDetail tariff = provider.tariff("500.00");
        provider.boundaries.call(() -> provider.tariffs.update(tariff.id(), 0, new TariffChange(false, null)));
        refused(ProblemType.STALE, () -> provider.tariffs.update(tariff.id(), 0, new TariffChange(true, null)));
    }

    @Test
    void aPackageShowsItsParts() {
        TariffDetail internet = provider.tariff("500.00");
        TariffDetail tv = provider.tariff("200.00");
        NewTariff wanted = new NewTariff(
                "p-" + Ids.next(),
                TariffKind.PACKAGE,
                null,
                Desk.version(LocalDate.of(2020, 1, 1), "600.00"),
                List.of(tv.id(), internet.id()));
        TariffDetail made = provider.boundaries.call(() -> provider.tariffs.create(wanted));
        assertEquals(
                List.of(tv.id(), internet.id()),
                made.parts().stream().map(p -> p.tariffId()).toList());
        assertEquals(
                List.of("Home", "Home"), offer(made.id(), "en").orElseThrow().parts());
    }

    @Test
    void nonsenseIsRefusedFieldByField() {
        BusinessException refusal = refused(
                ProblemType.VALIDATION,
                () -> provider.tariffs.create(new NewTariff(
                        "плохой код", TariffKind.PACKAGE, null, Desk.version(TODAY, "1.005"), List.of())));
        assertEquals(
                List.of("code"), refusal.errors().stream().map(e -> e.field()).toList());
        BusinessException second = refused(
                ProblemType.VALIDATION,
                () -> provider.tariffs.create(new NewTariff(
                        "x-" + Ids.next(), TariffKind.PACKAGE, null, Desk.version(TODAY, "1.005"), List.of())));
        assertEquals(
                List.of("firstVersion.price", "parts"),
                second.errors().stream().map(e -> e.field()).distinct().toList());
    }

    @Test
    void aTakenCodeIsAConflict() {
        TariffDetail tariff = provider.tariff("500.00");
        refused(
                ProblemType.CONFLICT,
                () -> provider.tariffs.create(
                        new NewTariff(tariff.code(), TariffKind.INTERNET, null, Desk.version(TODAY, "1.00"), null)));
    }

    @Test
    void aNewVersionKeepsWhatIsNotSaid() {
        TariffDetail tariff = provider.tariff("500.00");
        assertEquals(Period.P1M, tariff.versions().get(0).period());
        assertEquals("standard", tariff.versions().get(0).taxClass());
    }

    @Test
    void feesAndDiscountsAreKept() {
        Fees fees = provider.boundaries.get(Fees.class);
        var fee = provider.boundaries.call(() -> fees.create(
                new NewFee("f-" + Ids.next(), "Подключение", "Connection", new BigDecimal("300"), null, null, null)));
        var cheaper = provider.boundaries.call(() -> fees.replace(
                fee.id(),
                fee.version(),
                new NewFee(fee.code(), "Подключение", "Connection", new BigDecimal("250"), null, null, null)));
        assertEquals(new BigDecimal("250.00"), cheaper.amount());
        refused(
                ProblemType.STALE,
                () -> fees.replace(
                        fee.id(),
                        fee.version(),
                        new NewFee(fee.code(), "П", "C", new BigDecimal("1"), null, null, null)));
        Discounts discounts = provider.boundaries.get(Discounts.class);
        var discount = provider.boundaries.call(() -> discounts.create(
                new NewDiscount("d-" + Ids.next(), "Летняя", "Summer", new BigDecimal("10"), null, 3, null)));
        assertTrue(discount.active());
        refused(
                ProblemType.VALIDATION,
                () -> discounts.create(
                        new NewDiscount("d-" + Ids.next(), "Л", "S", BigDecimal.TEN, BigDecimal.TEN, null, null)));
    }

    @Test
    void taxRatesAreOnlyAddedForTheFuture() {
        Taxes taxes = provider.boundaries.get(Taxes.class);
        String code = "t" + Ids.next().toString().substring(9, 13)
                + Ids.next().toString().substring(24, 30);
        provider.boundaries.call(() -> taxes.create(new NewTaxClass(
                code, "Льготная", "Reduced", new TaxRate(LocalDate.of(2020, 1, 1), BigDecimal.TEN, TaxMode.INCLUDED))));
        refused(
                ProblemType.INVALID_STATE,
                () -> taxes.addRate(code, new TaxRate(TODAY.minusDays(1), BigDecimal.ONE, TaxMode.INCLUDED)));
        assertEquals(
                2,
                provider.boundaries
                        .call(() -> taxes.addRate(
                                code, new TaxRate(LocalDate.of(2027, 1, 1), BigDecimal.ONE, TaxMode.ON_TOP)))
                        .rates()
                        .size());
    }

    private java.util.Optional<TariffOffer> offer(UUID id, String language) {
        return provider.boundaries.call(() -> provider.tariffs.offered(Locale.forLanguageTag(language))).stream()
                .filter(o -> o.id().equals(id))
                .findFirst();
    }

    private BusinessException refused(ProblemType type, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> provider.boundaries.run(work));
        assertEquals(type, refusal.type());
        return refusal;
    }
}
