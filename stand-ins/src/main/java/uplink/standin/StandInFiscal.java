package uplink.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fiscal service that speaks the protocol of АТОЛ Онлайн, API v4, on the loopback address, in any {@link Mood}. It prints
 * nothing. A receipt that was registered is printed when it is asked for the second time.
 */
public final class StandInFiscal implements AutoCloseable {

    /** A receipt as it came. */
    public record Registered(String operation, String externalId, Map<?, ?> receipt) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 100_000;
    private static final String BASE = "/possystem/v4/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stand-in-fiscal");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentMap<String, Registered> receipts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> byKey = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile Mood mood = Mood.NORMAL;
    private volatile boolean paper = true;

    private StandInFiscal(HttpServer server) {
        this.server = server;
    }

    /** Starts it on any free port. */
    public static StandInFiscal start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            StandInFiscal fiscal = new StandInFiscal(server);
            server.setExecutor(fiscal.threads);
            server.createContext(BASE, fiscal::answer);
            server.start();
            return fiscal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void mood(Mood mood) {
        this.mood = mood;
    }

    public Mood mood() {
        return mood;
    }

    /** Without paper a receipt fails when it is to be printed. */
    public void paper(boolean there) {
        this.paper = there;
    }

    /** From now on no token that was given out is good. */
    public void expireTokens() {
        tokens.incrementAndGet();
    }

    /** Receipts that were registered, each once, in no order. */
    public List<Registered> registered() {
        return List.copyOf(receipts.values());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = inMood(reply(exchange), exchange.getRequestURI().getPath());
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply inMood(Reply reply, String path) {
        if (path.endsWith("getToken")) {
            return reply;
        }
        return switch (mood) {
            case SLOW -> after(StandInProvider.SLOWNESS, reply);
            case SILENT -> after(Duration.ofDays(1), reply);
            case BROKEN -> error(500, 50, "internal", "");
            case GARBAGE -> Reply.of(200, "text/html", "<html>Gateway");
            default -> reply;
        };
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(BASE.length());
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        if (path.equals("getToken")) {
            boolean known = "shop".equals(read(body).get("login"))
                    && "secret".equals(read(body).get("pass"));
            return known
                    ? Reply.json(200, write(Map.of("token", "T" + tokens.get(), "timestamp", "")))
                    : error(401, 12, "wrong login or password", "");
        }
        if (!("T" + tokens.get()).equals(exchange.getRequestHeaders().getFirst("Token"))) {
            return error(401, 11, "expired token", "");
        }
        String[] parts = path.split("/", -1);
        return parts.length == 3 && parts[1].equals("report") ? report(parts[2]) : register(parts[1], read(body));
    }

    private Reply register(String operation, Map<?, ?> body) {
        if (mood == Mood.REFUSING || !(body.get("receipt") instanceof Map<?, ?> receipt)) {
            return error(400, 32, "validation", "");
        }
        String key = String.valueOf(body.get("external_id"));
        String fresh = UUID.randomUUID().toString();
        String known = byKey.putIfAbsent(key, fresh);
        if (known != null) {
            return error(400, 33, "duplicate external_id", known);
        }
        receipts.put(fresh, new Registered(operation, key, receipt));
        return Reply.json(200, write(Map.of("uuid", fresh, "status", "wait")));
    }

    private Reply report(String uuid) {
        Registered receipt = receipts.get(uuid);
        if (receipt == null) {
            return error(400, 34, "not found yet", uuid);
        }
        if (!paper) {
            return error(200, 30, "no paper", uuid);
        }
        if (asked.computeIfAbsent(uuid, first -> new AtomicInteger()).incrementAndGet() < 2) {
            return Reply.json(200, write(Map.of("uuid", uuid, "status", "wait")));
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("total", receipt.receipt().get("total"));
        payload.put("fn_number", "9999078900001234");
        payload.put("fiscal_document_number", receipts.size());
        payload.put("fiscal_document_attribute", 2_990_906_201L);
        payload.put("receipt_datetime", "01.12.2026 12:00:00");
        return Reply.json(200, write(Map.of("uuid", uuid, "status", "done", "payload", payload)));
    }

    private Reply after(Duration time, Reply reply) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }

    private static Reply error(int status, int code, String text, String uuid) {
        return Reply.json(
                status,
                write(Map.of(
                        "uuid",
                        uuid,
                        "status",
                        "fail",
                        "error",
                        Map.of("code", code, "text", text, "type", "system"))));
    }

    private static Map<?, ?> read(byte[] body) {
        try {
            return JSON.readValue(body, Map.class);
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
