package uplink.notification.control.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.notification.control.sms.HttpSmsReports.Told;

/** What services of several tastes report over HTTP. */
class HttpSmsReportsTest {

    private static final String SECRET = "a-secret-of-the-service";
    private static final Set<String> DELIVERED = Set.of("1", "delivered");
    private static final Set<String> FAILED = Set.of("20", "22", "UNDELIVERABLE");

    @Test
    void parametersTellOfOneMessage() {
        HttpSmsReports service = reports("id", "status", "err");
        assertEquals(List.of(new Told("71", true, null)), service.read(Map.of("id", "71", "status", "1"), ""));
        assertEquals(
                List.of(new Told("71", false, "absent")),
                service.read(Map.of("id", "71", "status", "20", "err", "absent"), ""));
        assertEquals(
                List.of(new Told("71", false, "22")),
                service.read(Map.of("id", "71", "status", "22"), ""),
                "without a reason the state is one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "sent", "DELIVERED", "-1"})
    void whatIsNoEndIsNotTold(String status) {
        assertEquals(List.of(), reports("id", "status", "").read(Map.of("id", "71", "status", status), ""));
        assertEquals(List.of(), reports("id", "status", "").read(Map.of("id", "71"), ""));
        assertEquals(List.of(), reports("id", "status", "").read(Map.of("status", "1"), ""));
    }

    @Test
    void jsonMayTellOfSeveral() {
        String body =
                """
                {"results":[{"messageId":"a","status":{"group":"delivered"}},{"messageId":"b","status":{"group":"PENDING"}},
                {"messageId":"c","status":{"group":"UNDELIVERABLE"},"error":{"name":"EC_ABSENT"}}]}""";
        assertEquals(
                List.of(new Told("a", true, null), new Told("c", false, "EC_ABSENT")),
                reports("/results/*/messageId", "/results/*/status/group", "/results/*/error/name")
                        .read(Map.of(), body));
        assertEquals(
                List.of(new Told("a", true, null)),
                reports("/results/0/messageId", "/results/0/status/group", "").read(Map.of(), body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "[]",
                "{\"results\":null}",
                "{\"results\":[{}]}",
                "{\"results\":[{\"messageId\":{}}]}"
            })
    void whatIsNoReportTellsNothing(String body) {
        assertEquals(
                List.of(),
                reports("/results/*/messageId", "/results/*/status", "").read(Map.of(), body));
    }

    @Test
    void oneCallDoesNotTellOfMoreThanAHundred() {
        String body = "[" + "{\"id\":\"x\",\"s\":1},".repeat(1000) + "{}]";
        assertEquals(100, reports("/*/id", "/*/s", "").read(Map.of(), body).size());
    }

    @Test
    void onlyWhoKnowsTheSecretIsTheService() {
        HttpSmsReports service = reports("id", "status", "");
        assertTrue(service.isFromTheService(SECRET));
        for (String wrong : List.of("", SECRET + "x", SECRET.substring(1), SECRET.toUpperCase(java.util.Locale.ROOT))) {
            assertFalse(service.isFromTheService(wrong), wrong);
        }
        HttpSmsReports closed = new HttpSmsReports(new SmsReportSettings("", "id", "status", "", DELIVERED, FAILED));
        assertFalse(closed.isFromTheService(""), "without a secret nobody may");
    }

    @Test
    void whatIsWrongInTheSettingsIsSaidAtTheStart() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SmsReportSettings("short", "id", "status", "", DELIVERED, FAILED));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SmsReportSettings(SECRET, "id", "status", "", Set.of(), FAILED));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SmsReportSettings(SECRET, "/*/*/id", "/*/s", "", DELIVERED, FAILED));
    }

    private static HttpSmsReports reports(String id, String status, String why) {
        return new HttpSmsReports(new SmsReportSettings(SECRET, id, status, why, DELIVERED, FAILED));
    }
}
