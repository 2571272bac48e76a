package uplink.billing.fiscal.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.billing.fiscal.control.FiscalFiles;
import uplink.billing.fiscal.control.FiscalSettings;
import uplink.shared.BusinessException;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.PageRequest;
import uplink.standin.Mood;
import uplink.testing.Boundaries;

/** From a receipt to what was printed; the service behaves, or does not. */
class FiscalServiceTest extends FiscalCases {

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "BROKEN", "GARBAGE"})
    void noAnswerIsAskedForAgainAndRegistersNothingTwice(Mood mood) {
        paid("100.00", "card");
        service.mood(mood);
        runJob();
        assertEquals(FiscalStatus.WAITING, only().status());
        assertNotNull(only().detail());
        service.mood(Mood.NORMAL);
        itIsTime();
        assertEquals(FiscalStatus.SENT, only().status());
        itIsTime();
        itIsTime();
        assertEquals(FiscalStatus.DONE, only().status());
        assertEquals(1, service.registered().size());
    }

    @Test
    void aSilentServiceIsLeftAloneAfterThreeCalls() {
        for (int i = 0; i < 6; i++) {
            paid("100.00", "card");
        }
        service.mood(Mood.SILENT);
        runJob();
        assertEquals(3, receipts().stream().mapToInt(FiscalReceipt::calls).sum());
    }

    @Test
    void aRefusalWaitsForAPersonWhoSendsItAgainAsANewOne() {
        paid("100.00", "card");
        service.mood(Mood.REFUSING);
        runJob();
        FiscalReceipt failed = only();
        assertEquals(FiscalStatus.FAILED, failed.status());
        assertEquals("32 validation", failed.detail());
        service.mood(Mood.NORMAL);
        itIsTime();
        assertEquals(FiscalStatus.FAILED, only().status(), "nobody tries by himself");
        boundaries.call(() -> boundaries.get(FiscalReceipts.class).retry(failed.id()));
        runJob();
        itIsTime();
        itIsTime();
        assertEquals(FiscalStatus.DONE, only().status());
        assertEquals(failed.id() + "-2", service.registered().get(0).externalId());
        assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> boundaries.get(FiscalReceipts.class).retry(failed.id())));
        assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> boundaries.get(FiscalReceipts.class).retry(UUID.randomUUID())));
    }

    @Test
    void aRegisterWithoutPaperFailsTheReceipt() {
        paid("100.00", "cash");
        runJob();
        service.paper(false);
        itIsTime();
        assertEquals(FiscalStatus.FAILED, only().status());
        assertEquals("30 no paper", only().detail());
        assertEquals(
                List.of(only().id()),
                boundaries.get(FiscalReceipts.class).page(FiscalStatus.FAILED, PageRequest.of(1, null)).items().stream()
                        .map(FiscalReceipt::id)
                        .toList());
    }

    @Test
    void anExpiredTokenIsFetchedAgain() {
        paid("100.00", "card");
        runJob();
        service.expireTokens();
        itIsTime();
        itIsTime();
        assertEquals(FiscalStatus.DONE, only().status());
    }

    @Test
    void filesAreAServiceToo(@TempDir Path directory) throws IOException {
        with(new FiscalFiles(directory.resolve("receipts")));
        paid("100.00", "cash");
        runJob();
        FiscalReceipt done = only();
        assertEquals(FiscalStatus.DONE, done.status());
        Map<String, Object> file = Json.readMap(Files.readString(directory.resolve("receipts/" + done.id() + ".json")));
        assertEquals("advance", file.get("kind"));
        assertEquals(
                1,
                boundaries
                        .get(FiscalReceipts.class)
                        .count(new FiscalQuery(FiscalStatus.DONE, FiscalKind.ADVANCE, "C-" + customer, 0, 1)));
    }

    @Test
    void whereNobodyPrintsNothingIsWrittenDown() {
        boundaries.with(FiscalSettings.class, new FiscalSettings(Optional.empty(), "none", ""));
        try (Boundaries other = new Boundaries(LocalDate.of(2026, 12, 1))) {
            other.with(FiscalSettings.class, new FiscalSettings(Optional.empty(), "none", ""));
            other.run(() -> other.get(FiscalEvents.class)
                    .on(Event.of(
                            "billing.payment.succeeded",
                            "/billing",
                            customer,
                            money(Ids.next(), "100.00", "card"),
                            NOON)));
            other.get(FiscalJob.class).run(Instant.EPOCH);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertEquals(List.of(), receipts());
    }
}
