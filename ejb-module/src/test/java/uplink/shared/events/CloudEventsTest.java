package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Json;

class CloudEventsTest {

    private final Event event = Event.of(
            "billing.invoice.created",
            "/billing",
            Ids.next(),
            Map.of("amount", new BigDecimal("650.00"), "number", "№ \"7\"\n", "issuedOn", "2026-12-01"),
            Instant.parse("2026-12-01T00:05:00.123456Z"));

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(event, CloudEvents.read(CloudEvents.write(event)));
    }

    /** The names and types of the specification, version 1.0.2, sections 3.1 of the event and 3 of the JSON format. */
    @Test
    void theEnvelopeIsThatOfTheSpecification() {
        Map<String, Object> envelope = Json.readMap(CloudEvents.write(event));
        assertEquals(
                Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"),
                envelope.keySet());
        assertEquals("1.0", envelope.get("specversion"));
        assertEquals(event.id().toString(), envelope.get("id"));
        assertEquals("2026-12-01T00:05:00.123456Z", envelope.get("time"));
        assertEquals("application/json", envelope.get("datacontenttype"));
        assertEquals("2026-12-01", ((Map<?, ?>) envelope.get("data")).get("issuedOn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not json",
                "{}",
                "{\"specversion\":\"0.3\"}",
                "{\"specversion\":\"1.0\",\"id\":\"x\",\"type\":\"t\",\"source\":\"/s\",\"subject\":\"s\","
                        + "\"time\":\"2026-12-01T00:00:00Z\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"01a1f926-2282-7000-82c4-c58388eddc07\",\"type\":\"t\","
                        + "\"source\":\"/s\",\"subject\":\"s\",\"time\":\"yesterday\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"01a1f926-2282-7000-82c4-c58388eddc07\",\"type\":\"t\","
                        + "\"source\":\"/s\",\"subject\":\"s\",\"time\":\"2026-12-01T00:00:00Z\",\"data\":[]}",
                "{\"specversion\":\"1.0\",\"id\":\"01a1f926-2282-7000-82c4-c58388eddc07\",\"type\":7}"
            })
    void anythingElseIsNotAnEvent(String body) {
        assertThrows(IllegalArgumentException.class, () -> CloudEvents.read(body));
    }
}
