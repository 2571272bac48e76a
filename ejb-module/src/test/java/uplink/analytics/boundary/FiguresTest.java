package uplink.analytics.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uplink.shared.BusinessException;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.TestClock;

class FiguresTest {

    private final TestClock clock = new TestClock("Europe/Moscow", "2031-03-10T12:00:00");
    private final AnalyticsEvents consumer = new AnalyticsEvents(Database.app(), clock);
    private final Figures figures = new Figures(Database.app(), clock);

    @Test
    void invoicesAreSummedOnTheDayTheyCarry() {
        LocalDate day = LocalDate.of(2031, 1, 1);
        for (int i = 0; i < 40; i++) {
            consumer.on(event(
                    "billing.invoice.created",
                    Map.of("amount", "650.05", "currency", "RUB", "issuedOn", "2031-01-01")));
        }
        consumer.on(event(
                "billing.invoice.created",
                Map.of("amount", new BigDecimal("100"), "kind", "credit-note", "issuedOn", "2031-01-01")));
        assertEquals(
                List.of(figure(day, Figure.CREDIT_NOTES, 1, "100.00"), figure(day, Figure.INVOICES, 40, "26002.00")),
                figures.period(day, day.plusDays(1)));
    }

    @Test
    void otherFactsCountOnTheirDayInTheOperatorsZone() {
        LocalDate day = LocalDate.of(2031, 2, 2);
        Instant justAfterMidnightInMoscow = Instant.parse("2031-02-01T21:00:01Z");
        Map<String, Object> money = Map.of("amount", "10.50", "currency", "RUB", "customerId", Ids.next());
        consumer.on(at(justAfterMidnightInMoscow, "billing.payment.succeeded", money));
        consumer.on(
                at(justAfterMidnightInMoscow, "billing.payment.succeeded", Map.of("amount", "9", "currency", "USD")));
        consumer.on(at(justAfterMidnightInMoscow, "subscription.activated", Map.of()));
        consumer.on(at(justAfterMidnightInMoscow, "subscription.cancelled", Map.of()));
        consumer.on(at(justAfterMidnightInMoscow, "customer.registered", Map.of()));
        consumer.on(at(justAfterMidnightInMoscow, "support.chat.message", Map.of()));
        assertEquals(
                List.of(
                        figure(day, Figure.ACTIVATIONS, 1, "0.00"),
                        figure(day, Figure.CANCELLATIONS, 1, "0.00"),
                        figure(day, Figure.PAYMENTS, 2, "10.50"),
                        figure(day, Figure.REGISTRATIONS, 1, "0.00")),
                figures.period(day, day.plusDays(1)));
    }

    @Test
    void todayShowsEveryFigureAndOnlyWhatNeedsAttention() {
        consumer.on(at(clock.instant(), "customer.registered", Map.of()));
        Sql.in(Database.app())
                .update(
                        """
                        insert into dead_letters (id, consumer, event_id, type, body, reason, parked_at)
                        values (?, 'x', ?, 't', '', 'r', now())""",
                        Ids.next(),
                        Ids.next());
        Today today = figures.today();
        assertEquals(LocalDate.of(2031, 3, 10), today.day());
        assertEquals(Figure.values().length, today.figures().size());
        assertTrue(today.figures().contains(figure(today.day(), Figure.REGISTRATIONS, 1, "0.00")));
        assertTrue(today.figures().contains(figure(today.day(), Figure.OVERDUE, 0, "0.00")));
        assertTrue(today.attention().stream().anyMatch(a -> a.kind() == Attention.Kind.DEAD_LETTERS && a.count() > 0));
        assertTrue(today.attention().stream().noneMatch(a -> a.count() == 0));
    }

    @Test
    void anEmptyOrEndlessPeriodIsRefused() {
        LocalDate day = LocalDate.of(2031, 1, 1);
        assertThrows(BusinessException.class, () -> figures.period(day, day));
        assertThrows(BusinessException.class, () -> figures.period(day, day.plusYears(4)));
    }

    @Test
    void everyFigureHasANameInBothLanguages() {
        for (Figure figure : Figure.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
                assertTrue(!figure.label().in(locale).contains("analytics."), figure.name());
            }
        }
        for (Attention.Kind kind : Attention.Kind.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
                assertTrue(!kind.label().in(locale).contains("analytics."), kind.name());
            }
        }
    }

    private static DayFigure figure(LocalDate day, Figure figure, long count, String amount) {
        return new DayFigure(day, figure, count, new BigDecimal(amount), "RUB");
    }

    private Event event(String type, Map<String, Object> data) {
        return at(clock.instant(), type, data);
    }

    private static Event at(Instant when, String type, Map<String, Object> data) {
        return Event.of(type, "/test", Ids.next(), data, when);
    }
}
