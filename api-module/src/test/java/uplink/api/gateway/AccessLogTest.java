package uplink.api.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.api.health.RequestMetrics;
import uplink.api.http.Requests;
import uplink.api.json.ApiJson;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;

/** One line of JSON for a request, whatever became of it, and none of its secrets. */
class AccessLogTest {

    private static final Logger LOG = Logger.getLogger("uplink.access");

    private final List<String> lines = new ArrayList<>();
    private final List<Integer> counted = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.setLevel(Level.INFO);
        LOG.addHandler(handler);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(handler);
    }

    @Test
    void aRequestIsOneLineWithoutItsSecrets() throws Exception {
        FakeRequest fake = asked();
        run(fake, (request, response) -> fake.status = 201);
        JsonNode line = only();
        Set<String> members = new TreeSet<>();
        line.fieldNames().forEachRemaining(members::add);
        assertEquals(Set.of("address", "method", "micros", "path", "requestId", "status", "user"), members);
        assertEquals("/api/v1/auth/login", line.path("path").asText());
        assertEquals(201, line.path("status").asInt());
        assertEquals("203.0.113.9", line.path("address").asText());
        assertFalse(lines.get(0).contains("hunter2") || lines.get(0).contains("\n"), lines.get(0));
    }

    @Test
    void whateverIsThrownIsAProblemALineAndNoCallerIsLeft() throws Exception {
        FakeRequest refused = asked();
        run(refused, (request, response) -> {
            Callers.set(Caller.system("test"));
            throw BusinessException.notFound();
        });
        assertEquals(404, only().path("status").asInt());
        assertTrue(refused.answered.toString(StandardCharsets.UTF_8).contains("/problems/not-found"));
        assertEquals(Caller.ANONYMOUS, Callers.current());
        lines.clear();
        FakeRequest broken = asked();
        run(broken, (request, response) -> {
            throw new IllegalStateException("password hunter2");
        });
        assertEquals(500, only().path("status").asInt());
        assertFalse(broken.answered.toString(StandardCharsets.UTF_8).contains("hunter2"));
        assertEquals(List.of(404, 500), counted);
    }

    private JsonNode only() throws Exception {
        assertEquals(1, lines.size(), lines.toString());
        return ApiJson.mapper().readTree(lines.get(0));
    }

    private static FakeRequest asked() {
        FakeRequest fake = new FakeRequest(
                "POST", "/v1/auth/login", "{\"password\":\"hunter2\"}".getBytes(StandardCharsets.UTF_8));
        fake.headers.put("Authorization", "Bearer hunter2");
        fake.headers.put("Cookie", "uplink_refresh=hunter2");
        fake.attributes.put(Requests.ID, "request-1");
        fake.attributes.put(Requests.CLIENT_ADDRESS, "203.0.113.9");
        return fake;
    }

    private void run(FakeRequest fake, FilterChain chain) throws Exception {
        AccessLog filter = new AccessLog();
        Field metrics = AccessLog.class.getDeclaredField("metrics");
        metrics.setAccessible(true);
        metrics.set(filter, new RequestMetrics() {
            @Override
            public void count(int status, long nanos) {
                counted.add(status);
            }
        });
        filter.doFilter(fake.request(), fake.response(), chain);
    }
}
