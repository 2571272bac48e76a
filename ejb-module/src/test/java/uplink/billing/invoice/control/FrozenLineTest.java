package uplink.billing.invoice.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.control.Explainer;
import uplink.billing.rating.control.ExplanationJson;

/** What a run freezes is read again as it was, whatever is in the names. */
class FrozenLineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final UUID SUBSCRIPTION = new UUID(5, 1);
    private static final UUID TARIFF = new UUID(5, 2);
    private static final Locale RU = Locale.forLanguageTag("ru");

    @Test
    void linesComeBackAsTheyWereFrozen() {
        InvoiceItems items = new InvoiceItems();
        Explanation month = explanation(LineKind.RECURRING, null);
        Explanation fee = explanation(LineKind.FEE, "Выезд \"срочный\"");
        add(items, "Дом \"100\"\n", "Home \\ 100", month);
        add(items, null, null, fee);
        List<FrozenLine> lines = FrozenLine.read(items.end());
        assertEquals(List.of(line("Дом \"100\"\n", "Home \\ 100", month), line(null, null, fee)), lines);
    }

    @Test
    void theWriterStartsAfreshAfterEachInvoice() {
        InvoiceItems items = new InvoiceItems();
        add(items, "а", "a", explanation(LineKind.RECURRING, null));
        items.end();
        assertEquals("[]", items.end());
        add(items, "б", "b", explanation(LineKind.RECURRING, null));
        assertEquals(1, FrozenLine.read(items.end()).size());
    }

    @Test
    void theReaderSeesItsOwnLanguage() {
        FrozenLine line = line("Дом", "Home", explanation(LineKind.RECURRING, null));
        InvoiceLine shown = line.in(Locale.ENGLISH, new Explainer(Locale.ENGLISH));
        assertEquals("Home", shown.title());
        assertEquals("Дом", line.in(RU, new Explainer(RU)).title());
        assertEquals(SUBSCRIPTION, shown.subscriptionId());
        assertEquals(TARIFF, shown.tariffId());
        assertEquals("recurring", shown.kind());
        assertEquals(DAY, shown.from());
        assertEquals(DAY.plusMonths(1), shown.to());
        assertEquals(new BigDecimal("122.00"), shown.amount());
        assertEquals(new BigDecimal("22.00"), shown.tax());
        assertEquals("RUB", shown.currency());
        assertEquals(new Explainer(Locale.ENGLISH).explain(line.explanation()), shown.explanation());
    }

    @Test
    void aFeeIsCalledWhatItIsFor() {
        FrozenLine line = line("Дом", "Home", explanation(LineKind.FEE, "Выезд"));
        assertEquals(
                "Выезд", line.in(Locale.ENGLISH, new Explainer(Locale.ENGLISH)).title());
        FrozenLine nameless = line(null, null, explanation(LineKind.RECURRING, null));
        assertEquals("", nameless.in(RU, new Explainer(RU)).title());
        assertNull(nameless.titleRu());
    }

    private static void add(InvoiceItems items, @Nullable String ru, @Nullable String en, Explanation why) {
        items.add(
                SUBSCRIPTION,
                TARIFF,
                ru,
                en,
                new BigDecimal("122.00"),
                new BigDecimal("22.00"),
                ExplanationJson.write(why));
    }

    private static FrozenLine line(@Nullable String ru, @Nullable String en, Explanation why) {
        return new FrozenLine(SUBSCRIPTION, TARIFF, ru, en, new BigDecimal("122.00"), new BigDecimal("22.00"), why);
    }

    private static Explanation explanation(LineKind kind, @Nullable String text) {
        return new Explanation(
                kind,
                Currency.getInstance("RUB"),
                DAY,
                DAY.plusMonths(1),
                31,
                31,
                new BigDecimal("122.00"),
                List.of(),
                0,
                new BigDecimal("122.00"),
                null,
                new LineTax(TaxMode.INCLUDED, new BigDecimal("22"), new BigDecimal("22.00")),
                null,
                text,
                null,
                null);
    }
}
