package uplink.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A payment provider that speaks the protocol of YooKassa's API v3, on the loopback address: the demo's, with a page on
 * which a person pays or refuses, and the tests', in any {@link Mood}. It keeps everything in memory and moves no money.
 */
public final class StandInProvider implements AutoCloseable {

    /** How long the slow one takes. */
    public static final Duration SLOWNESS = Duration.ofSeconds(2);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 100_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stand-in-provider");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentMap<String, StandInPayment> payments = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, StandInPayment> byKey = new ConcurrentHashMap<>();
    private final StandInRefunds refunds = new StandInRefunds();
    private final AtomicInteger charges = new AtomicInteger();
    private final String authorization;
    private final Notifier notifier;
    private volatile Mood mood = Mood.NORMAL;

    private StandInProvider(HttpServer server, String shop, String key, Notifier notifier) {
        this.server = server;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((shop + ":" + key).getBytes(StandardCharsets.UTF_8));
        this.notifier = notifier;
    }

    /**
     * Starts it.
     *
     * @param port of the loopback address; 0: any free one
     * @param notify where it sends notifications to; empty: nowhere
     */
    public static StandInProvider start(int port, String shop, String key, Optional<URI> notify) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            StandInProvider provider = new StandInProvider(server, shop, key, new Notifier(notify));
            server.setExecutor(provider.threads);
            server.createContext("/v3/payments", exchange -> provider.answer(exchange, provider::api));
            server.createContext("/v3/refunds", exchange -> provider.answer(exchange, provider::refundApi));
            server.createContext("/pay/", exchange -> provider.answer(exchange, provider::page));
            server.start();
            return provider;
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

    /** How many payments a payer was asked for; one for each key, however often it was sent. */
    public int charges() {
        return charges.get();
    }

    /** Ids of all payments, in no order. */
    public List<String> ids() {
        return List.copyOf(payments.keySet());
    }

    /** The payer pays, without a page; tells nobody. */
    public void pay(String id) {
        known(id).end(true);
    }

    /** The payer refuses, without a page; tells nobody. */
    public void refuse(String id) {
        known(id).end(false);
    }

    /** The payer pays, and only that much of it is captured; tells nobody. */
    public void capture(String id, String part) {
        known(id).capture(new BigDecimal(part));
    }

    /** The provider takes money back by itself, for the payer; tells nobody. */
    public void takeBack(String id, String amount) {
        if (refunds.make(null, known(id), new BigDecimal(amount), "chargeback") == null) {
            throw new IllegalArgumentException("payment " + id + " has not that much");
        }
    }

    /** How often money was given or taken back; once for each key, however often it was sent. */
    public int refunds() {
        return refunds.count();
    }

    /** What a notification of a refund of that payment says. */
    public String refundNotification(String id) {
        return write(Map.of("type", "notification", "event", "refund.succeeded", "object", Map.of("payment_id", id)));
    }

    /** What a notification of that payment says now. */
    public String notification(String id) {
        return Notifier.body(known(id).json());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private StandInPayment known(String id) {
        StandInPayment payment = payments.get(id);
        if (payment == null) {
            throw new IllegalArgumentException("no payment " + id);
        }
        return payment;
    }

    /** What handles a request. */
    private interface Handler {
        Reply handle(HttpExchange exchange) throws IOException;
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Reply reply = handler.handle(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply api(HttpExchange exchange) throws IOException {
        if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "invalid_credentials");
        }
        boolean create = exchange.getRequestMethod().equals("POST");
        Mood now = mood;
        if (create && now == Mood.REFUSING) {
            return error(400, "invalid_request");
        }
        return disturbed(now, create ? create(exchange, now) : state(exchange));
    }

    private Reply disturbed(Mood now, Reply reply) {
        return switch (now) {
            case SLOW -> after(SLOWNESS, reply);
            case SILENT -> after(Duration.ofDays(1), reply);
            case BROKEN -> error(500, "internal_server_error");
            case GARBAGE -> Reply.of(200, "text/html", "<html>Gateway");
            default -> reply;
        };
    }

    private Reply refundApi(HttpExchange exchange) throws IOException {
        if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return error(401, "invalid_credentials");
        }
        Mood now = mood;
        boolean create = exchange.getRequestMethod().equals("POST");
        if (create && now == Mood.REFUSING) {
            return error(400, "invalid_request");
        }
        return disturbed(now, create ? refund(exchange) : returned(exchange));
    }

    private Reply refund(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotence-Key");
        Map<?, ?> wish = order(exchange.getRequestBody().readNBytes(LARGEST_BODY));
        StandInPayment payment = payments.get(String.valueOf(wish.get("payment_id")));
        if (key == null || payment == null || !(wish.get("amount") instanceof Map<?, ?> amount)) {
            return error(400, "invalid_request");
        }
        Map<String, Object> refund = refunds.make(
                key,
                payment,
                new BigDecimal(String.valueOf(amount.get("value"))),
                String.valueOf(wish.get("description")));
        return refund == null ? error(400, "invalid_request") : Reply.json(200, write(refund));
    }

    private Reply returned(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String payment = query.replaceFirst(".*payment_id=", "");
        return Reply.json(200, write(Map.of("type", "list", "items", refunds.of(payment))));
    }

    private Reply create(HttpExchange exchange, Mood now) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotence-Key");
        Map<?, ?> order = order(exchange.getRequestBody().readNBytes(LARGEST_BODY));
        if (key == null || order.get("amount") == null || order.get("confirmation") == null) {
            return error(400, "invalid_request");
        }
        StandInPayment payment = byKey.computeIfAbsent(key, first -> make(order));
        if (now == Mood.EARLY) {
            payment.end(true);
            notifier.send(payment.json());
        }
        return Reply.json(200, write(payment.json()));
    }

    private StandInPayment make(Map<?, ?> order) {
        charges.incrementAndGet();
        String id = UUID.randomUUID().toString();
        StandInPayment payment = new StandInPayment(id, order, url() + "/pay/" + id);
        payments.put(id, payment);
        return payment;
    }

    private Reply state(HttpExchange exchange) {
        StandInPayment payment = payments.get(last(exchange));
        return payment == null ? error(404, "not_found") : Reply.json(200, write(payment.json()));
    }

    private Reply page(HttpExchange exchange) throws IOException {
        StandInPayment payment = payments.get(last(exchange));
        if (payment == null) {
            return Reply.of(404, "text/plain", "No such payment");
        }
        boolean russian = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"))
                .startsWith("ru");
        if (!exchange.getRequestMethod().equals("POST")) {
            return Reply.page(PayPage.of(payment, russian));
        }
        String form = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
        payment.end(form.contains("answer=pay"));
        threads.execute(() -> notifier.send(payment.json()));
        return Reply.redirect(payment.returnUrl());
    }

    private Reply after(Duration time, Reply reply) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<?, ?> order(byte[] body) {
        try {
            return JSON.readValue(body, Map.class);
        } catch (IOException e) {
            return Map.of();
        }
    }

    private static Reply error(int status, String code) {
        return Reply.json(status, write(Map.of("type", "error", "code", code)));
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
