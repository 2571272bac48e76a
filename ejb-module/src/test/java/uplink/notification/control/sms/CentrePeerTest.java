package uplink.notification.control.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.notification.boundary.Road;
import uplink.notification.control.Reports;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.testing.Database;
import uplink.testing.NpmPeer;
import uplink.testing.Patience;

/** Short messages, from the event to npm's {@code smpp}, a message centre that shares no code with our library, and back. */
class CentrePeerTest {

    private static NpmPeer centre;

    private final SmsSender sender = new SmsSender("Uplink", 8);
    private final Smpp smpp = smpp("secret");
    private final Road road = new Road(new SmsChannel(sender, smpp));

    @BeforeAll
    static void start() {
        Database.isolate();
        centre = new NpmPeer("smpp");
    }

    @AfterAll
    static void stop() {
        Database.rejoin();
        centre.close();
    }

    @AfterEach
    void hangUp() {
        smpp.close();
    }

    @Test
    void aLongCyrillicTextArrivesInPartsAndIsReportedAsDelivered() {
        road.happens();
        road.run();
        List<Map<String, Object>> parts = List.of(centre.next(), centre.next());
        assertTrue(centre.isSilent());
        String text = "Счёт 000000007 просрочен: 1 650,00 ₽. Оплатите, чтобы услугу не приостановили.";
        assertEquals(text.substring(0, 67), parts.get(0).get("text"));
        assertEquals(text.substring(67), parts.get(1).get("text"));
        String reference = reference(parts.get(0));
        for (int i = 0; i < 2; i++) {
            Map<String, Object> part = parts.get(i);
            assertEquals(List.of("0003" + reference + "02" + "0" + (i + 1)), part.get("headers"));
            assertEquals(8, part.get("coding"), "UCS-2");
            assertEquals(Road.PHONE.substring(1), part.get("to"));
            assertEquals(1, part.get("toType"), "international");
            assertEquals("Uplink", part.get("from"));
            assertEquals(5, part.get("fromType"), "letters");
            assertEquals(i, part.get("reported"), "of the last one only");
        }
        assertEquals(List.of("sent"), road.states());
        assertEquals(List.of(parts.get(1).get("id")), road.references());

        report(parts.get(1).get("id") + "", "DELIVRD");
        road.awaitStates("delivered");
        assertEquals(Map.of("answer", 0), centre.next(), "the centre knows that we know");
        assertEquals(List.of("sent", "delivered"), road.attempts());
    }

    @Test
    void whatDidNotArriveIsParkedWithTheReason() {
        road.happens();
        road.run();
        centre.next();
        String id = (String) centre.next().get("id");
        report(id, "UNDELIV");
        road.awaitStates("dead");
        centre.next();
        assertEquals(List.of("UNDELIV 0A7"), road.failures());
    }

    @Test
    void aReportInParametersIsUnderstoodToo() {
        road.happens();
        road.run();
        centre.next();
        String id = (String) centre.next().get("id");
        centre.tell(Map.of(
                "from", Road.PHONE.substring(1),
                "text", "see the parameters",
                "parameters", Map.of("receipted_message_id", id, "message_state", 2)));
        road.awaitStates("delivered");
        assertEquals(Map.of("answer", 0), centre.next());
    }

    /** A telephone that has all parts under a reference takes no more of them. */
    @Test
    void afterAKillBetweenSendingAndNotingTheTelephonePutsTheSamePartsTogether() {
        road.happens();
        road.runAndDie();
        road.run();
        road.due();
        road.run();
        Map<Object, Object> telephone = new TreeMap<>();
        List<Map<String, Object>> came = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, Object> part = centre.next();
            telephone.put(part.get("headers").toString(), part.get("text"));
            came.add(part);
        }
        assertTrue(centre.isSilent());
        assertEquals(2, telephone.size(), came.toString());
        assertEquals(List.of("sent"), road.states());
        assertEquals(List.of("sent"), road.attempts());
        // both are reported: ours is the second
        report((String) came.get(1).get("id"), "DELIVRD");
        assertEquals(Map.of("answer", 0), centre.next());
        assertEquals(List.of("sent"), road.states());
        report((String) came.get(3).get("id"), "DELIVRD");
        road.awaitStates("delivered");
        centre.next();
        assertEquals(List.of("sent", "delivered"), road.attempts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Payment received: 5 EUR @ Uplink_1 (50%) & more?!",
                "Ä é ñ Ø Δ Ω § ¿ £ ¥ \"'#;:<=>*+,-./",
                "5 € {a} [b] ~ | ^ \\",
                "Оплачено: 5 ₽ 😀"
            })
    void whatWeWriteInItsAlphabetsItReads(String text) {
        assertInstanceOf(Outcome.Sent.class, smpp.send(message(text)));
        Map<String, Object> came = centre.next();
        assertEquals(text, came.get("text"));
        assertEquals(List.of(), came.get("headers"));
    }

    @Test
    void aLongTextInTheAlphabetOfGsmIsCutAt153() {
        String text = "Internet is back in your street. ".repeat(10);
        assertInstanceOf(Outcome.Sent.class, smpp.send(message(text)));
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> part = centre.next();
            assertEquals(0, part.get("coding"));
            joined.append(part.get("text"));
            assertTrue(i == 2 || part.get("text").toString().length() == 153);
        }
        assertEquals(text, joined.toString());
    }

    @Test
    void whoIsNotKnownThereSendsNothing() {
        Smpp stranger = smpp("wrong");
        Road other = new Road(new SmsChannel(sender, stranger));
        other.happens();
        other.run();
        assertEquals(List.of("waiting"), other.states());
        assertEquals(List.of("not bound"), other.failures());
        assertTrue(centre.isSilent());
        stranger.close();
    }

    private static void report(String id, String state) {
        centre.tell(Map.of(
                "from",
                Road.PHONE.substring(1),
                "text",
                "id:" + id + " sub:001 dlvrd:001 submit date:2612011200 done date:2612011201 stat:" + state + " err:"
                        + (state.equals("DELIVRD") ? "000" : "0A7") + " text:"));
    }

    private static String reference(Map<String, Object> part) {
        return String.valueOf(((List<?>) part.get("headers")).get(0)).substring(4, 6);
    }

    private static Message message(String text) {
        return new Message(UUID.randomUUID(), UUID.randomUUID(), Road.PHONE, "", text, null, Locale.ENGLISH, Map.of());
    }

    /** As the channel has it, but without a server's threads. */
    private static Smpp smpp(String password) {
        return new Smpp(
                SmppSettings.of(
                        "smpp://uplink:" + password + "@127.0.0.1:" + centre.port(),
                        "",
                        3,
                        Duration.ofSeconds(30),
                        Patience.LONG),
                new SmsSender("Uplink", 8),
                (reference, delivered, why) ->
                        new Reports(Database.app()).arrived(ChannelKind.SMS, reference, delivered, why));
    }
}
