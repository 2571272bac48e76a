package uplink.notification.control.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.notification.boundary.PeerState.Condition;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.sms.HttpSmsSettings.Names;
import uplink.shared.Json;
import uplink.testing.HttpPeer;
import uplink.testing.HttpPeer.Said;
import uplink.testing.Patience;

/** Short messages over HTTP, against gateways of several tastes. */
class HttpSmsTest {

    private static final Names NAMES = new Names("phones", "mes", "sender", "id");

    private final HttpPeer gateway = new HttpPeer();
    private Duration patience = Patience.LONG;
    private Set<String> forGood = Set.of();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aFormIsPostedAndTheIdIsRead() {
        gateway.says = asked -> Said.of(200, "{\"sms\":[{\"id\":71,\"cost\":\"2.40\"}]}");
        Message message = message("Счёт & баланс + 5 €");
        assertEquals(new Outcome.Sent("71"), sms("POST", false, "/sms/0/id").send(message));
        HttpPeer.Asked asked = gateway.next();
        assertEquals("POST", asked.method());
        assertEquals(
                "application/x-www-form-urlencoded; charset=utf-8",
                asked.headers().get("Content-Type"));
        assertEquals("Bearer s3cret", asked.headers().get("Authorization"));
        assertEquals(
                Map.of(
                        "login", "isp",
                        "phones", "79161234567",
                        "mes", "Счёт & баланс + 5 €",
                        "sender", "Uplink",
                        "id", message.id().toString()),
                HttpSmsSettings.fixed(asked.text()));
    }

    @Test
    void theSameAsJsonOrInTheAddress() {
        sms("POST", true, "").send(message("Привет \"всем\""));
        HttpPeer.Asked posted = gateway.next();
        assertEquals("application/json", posted.headers().get("Content-Type"));
        assertEquals("Привет \"всем\"", Json.readMap(posted.text()).get("mes"));
        assertEquals(new Outcome.Sent(null), sms("GET", false, "").send(message("Привет, 100 %")));
        HttpPeer.Asked got = gateway.next();
        assertEquals("GET", got.method());
        assertEquals("Привет, 100 %", HttpSmsSettings.fixed(got.query()).get("mes"));
        assertEquals("79161234567", HttpSmsSettings.fixed(got.query()).get("phones"));
    }

    @ParameterizedTest
    @CsvSource({
        "400,true",
        "413,true",
        "422,true",
        "401,false",
        "403,false",
        "404,false",
        "302,false",
        "500,false",
        "502,false"
    })
    void aStatusSaysWhetherItIsWorthTryingAgain(int status, boolean forGood) {
        gateway.says = asked -> Said.of(status, "{\"error\":\"why not\"}");
        Outcome outcome = sms("POST", false, "/id").send(message("x"));
        String why = "HTTP " + status + " why not";
        assertEquals(forGood ? new Outcome.Refused(why) : new Outcome.Later(why), outcome);
    }

    @Test
    void aRefusalMayComeAsSuccess() {
        gateway.says = asked -> Said.of(200, "{\"error\":\"invalid number\",\"error_code\":7}");
        assertEquals(
                new Outcome.Refused("invalid number"), sms("POST", false, "/id").send(message("x")));
        forGood = Set.of("6", "7");
        gateway.says = asked -> Said.of(200, "{\"error\":7}");
        assertEquals(new Outcome.Refused("7"), sms("POST", false, "/id").send(message("x")));
        gateway.says = asked -> Said.of(200, "{\"error\":9}");
        assertEquals(new Outcome.Later("9"), sms("POST", false, "/id").send(message("x")), "too many at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Gateway", "{}", "[]", "{\"id\":null}", "{\"id\":{}}", "{\"id\":"})
    void anAnswerWithoutAnIdIsNone(String body) {
        gateway.says = asked -> Said.of(200, body);
        HttpSms sms = sms("POST", false, "/id");
        assertEquals(new Outcome.Later("an answer without an id"), sms.send(message("x")));
        assertEquals("an answer without an id", sms.state().failure());
        assertNull(sms.state().lastSuccess());
    }

    @ParameterizedTest
    @CsvSource({"429,60", "503,60", "429,", "429,'Wed, 21 Oct 2099 07:28:00 GMT'", "429,99999999999", "429,soon"})
    void whoThrottlesIsLeftAlone(int status, String retryAfter) {
        gateway.says = asked -> new Said(status, "", retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter));
        HttpSms sms = sms("POST", false, "");
        assertInstanceOf(Outcome.Later.class, sms.send(message("x")));
        assertEquals(Condition.PAUSED, sms.state().condition());
        assertInstanceOf(Outcome.Later.class, sms.send(message("y")));
        assertEquals(1, gateway.asked.size(), "the second did not go out");
    }

    @Test
    void silenceEndsAfterThePatience() {
        patience = Patience.SHORT;
        gateway.says = asked -> HttpPeer.SILENCE;
        HttpSms sms = sms("POST", false, "");
        assertEquals(new Outcome.Later("no answer in 1 s"), sms.send(message("x")));
        gateway.close();
        assertInstanceOf(Outcome.Later.class, sms.send(message("x")), "nobody is there");
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        gateway.says = asked -> Said.of(200, "x".repeat(10_000_001));
        assertEquals(
                new Outcome.Later("java.io.IOException: an answer of more than 10000000 bytes"),
                sms(Duration.ofSeconds(20)).send(message("x")));
    }

    @Test
    void theChannelTakesNumbersAndTextsThatAreSome() {
        SmsChannel channel = new SmsChannel(new SmsSender("Uplink", 2), sms("POST", false, ""));
        for (String to :
                new String[] {"", "79161234567", "+7916123456x", "+7", "+79161234567\r\nX: y", "anna@example.org"}) {
            assertEquals(new Outcome.Refused("no telephone number"), channel.send(message(to, "x")), to);
        }
        assertEquals(new Outcome.Refused("no text"), channel.send(message(" \n")));
        assertEquals(new Outcome.Refused("more than 2 parts"), channel.send(message("ж".repeat(135))));
        assertEquals(new Outcome.Refused("more than 2 parts"), channel.send(message("a".repeat(1_000_000))));
        assertEquals(0, gateway.asked.size());
        assertEquals(new Outcome.Sent(null), channel.send(message("a".repeat(306))));
    }

    @Test
    void withoutSettingsTheChannelIsOff() {
        SmsChannel channel = new SmsChannel();
        assertFalse(channel.isConfigured());
        assertInstanceOf(Outcome.Later.class, channel.send(message("x")));
        assertEquals(Condition.OFF, channel.state().condition());
    }

    @Test
    void settingsAreUnderstoodOrRefused() {
        assertThrows(IllegalArgumentException.class, () -> HttpSmsSettings.fixed("login"));
        assertThrows(NumberFormatException.class, () -> HttpSmsSettings.statuses("yes"));
        assertThrows(IllegalArgumentException.class, () -> sms("PUT", false, ""));
        assertThrows(IllegalArgumentException.class, () -> sms("POST", false, "id"));
        assertEquals(Map.of("a", "b&c"), HttpSmsSettings.fixed("a=b%26c"));
        assertEquals(gateway.url(), sms("POST", false, "").state().address(), "no secret of the address is shown");
    }

    private HttpSms sms(Duration patience) {
        return sms("POST", false, "", patience);
    }

    private HttpSms sms(String method, boolean json, String idPointer) {
        return sms(method, json, idPointer, patience);
    }

    private HttpSms sms(String method, boolean json, String idPointer, Duration patience) {
        return new HttpSms(
                new HttpSmsSettings(
                        URI.create(gateway.url() + "/send?key=s3cret"),
                        method,
                        json,
                        NAMES,
                        Map.of("login", "isp"),
                        "Bearer s3cret",
                        Set.of(200),
                        idPointer,
                        "/error",
                        forGood,
                        false,
                        patience),
                new SmsSender("Uplink", 8));
    }

    private static Message message(String text) {
        return message("+79161234567", text);
    }

    private static Message message(String to, String text) {
        return new Message(UUID.randomUUID(), null, to, "", text, null, Locale.ENGLISH, Map.of());
    }
}
