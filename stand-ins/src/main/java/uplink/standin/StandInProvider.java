package uplink.standin;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A payment provider on the loopback address that speaks the protocols of YooKassa's API v3 and, when wanted, Stripe's:
 * the demo's, with a page on which a person pays or refuses, and the tests', in any {@link Mood}. It keeps everything in
 * memory and moves no money.
 */
public final class StandInProvider implements AutoCloseable {

    /** How long the slow one takes. */
    public static final Duration SLOWNESS = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "stand-in-provider");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Book book = new Book();
    private final StandInRefunds refunds = new StandInRefunds();
    private final List<Told> faces = new ArrayList<>();
    private volatile Mood mood = Mood.NORMAL;

    /** A protocol, and who is told of what happens to payments that were made through it. */
    private record Told(Face face, Notifier notifier) {}

    private StandInProvider(HttpServer server) {
        this.server = server;
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
            StandInProvider provider = new StandInProvider(server);
            server.setExecutor(provider.threads);
            provider.open("/pay/", provider::page);
            provider.open("/moods", provider::moods);
            Face yooKassa = new YooKassaFace(provider.book, provider.url() + "/pay/", shop, key);
            provider.add(yooKassa, notify);
            provider.add(new YooKassaReturns(provider.book, provider.refunds, yooKassa), notify);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Speaks Stripe's protocol, too.
     *
     * @param secret that its events are signed with
     * @param notify where it sends events to; empty: nowhere
     */
    public StandInProvider withStripe(String key, String secret, Optional<URI> notify) {
        add(new StripeFace(book, refunds, url() + "/pay/", key, secret), notify);
        return this;
    }

    private void add(Face face, Optional<URI> notify) {
        Told told = new Told(face, new Notifier(notify));
        faces.add(told);
        open(face.root(), call -> api(told, call));
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

    /** How many payments a payer was asked for; one for each key, however often it was sent. */
    public int charges() {
        return book.charges();
    }

    /** Ids of all payments, in no order. */
    public List<String> ids() {
        return book.ids();
    }

    /** The payer pays, without a page; tells nobody. */
    public void pay(String id) {
        book.known(id).pay(mood == Mood.PARTIAL);
    }

    /** The payer refuses, without a page; tells nobody. */
    public void refuse(String id) {
        book.known(id).cancel("general_decline");
    }

    /** The payer pays, and only that much of it is captured; tells nobody. */
    public void capture(String id, String part) {
        book.known(id).capture(new BigDecimal(part));
    }

    /** The provider takes money back by itself, for the payer; tells nobody. */
    public void takeBack(String id, String amount) {
        taken(id, amount, StandInRefund.State.DONE);
    }

    /** The payer's bank demands money back; tells nobody. Answers how it is decided: true, the shop keeps it. */
    public Consumer<Boolean> dispute(String id, String amount) {
        return taken(id, amount, StandInRefund.State.OPEN)::decide;
    }

    private StandInRefund taken(String id, String amount, StandInRefund.State state) {
        StandInRefund taken = refunds.take(book.known(id), new BigDecimal(amount), state);
        if (taken == null) {
            throw new IllegalArgumentException("payment " + id + " has not that much");
        }
        return taken;
    }

    /** How often money was given or taken back; once for each key, however often it was sent. */
    public int refunds() {
        return refunds.count();
    }

    /** What a notification of a refund of that payment says. */
    public String refundNotification(String id) {
        return refundNotice(id).body();
    }

    /** The same with what proves it. */
    public Notice refundNotice(String id) {
        StandInPayment payment = book.known(id);
        return teller(payment).face().returned(payment);
    }

    /** From now on a saved card is refused. */
    public void refuseCard(String token, String reason) {
        book.refuseCard(token, reason);
    }

    /** A payment made at the provider's own desk, of which the shop knows nothing; answers its id. */
    public String foreign(String amount, String currency) {
        return book.foreign("", new BigDecimal(amount), currency).id();
    }

    /** The provider forgets that it ever knew the payment. */
    public void lose(String id) {
        book.lose(id);
    }

    /** What a notification of that payment says now. */
    public String notification(String id) {
        return notice(id).body();
    }

    /** The same with what proves it. */
    public Notice notice(String id) {
        StandInPayment payment = book.known(id);
        return teller(payment).face().news(payment, Mood.NORMAL).get(0);
    }

    private Told teller(StandInPayment payment) {
        return faces.stream()
                .filter(told -> told.face().knows(payment))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** What handles a request. */
    private interface Handler {
        Reply handle(Call call);
    }

    private void open(String path, Handler handler) {
        server.createContext(path, exchange -> answer(exchange, handler));
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Reply reply = handler.handle(Call.of(exchange));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply api(Told told, Call call) {
        Face face = told.face();
        if (!face.isShop(call)) {
            return face.error(401, "invalid_credentials");
        }
        Mood now = mood;
        String key = face.key(call);
        if (now == Mood.REFUSING && call.isPost()) {
            return face.error(400, "invalid_request");
        }
        Reply reply = face.answer(call, now == Mood.PARTIAL);
        Optional<StandInPayment> made = book.underKey(key);
        if (now == Mood.EARLY && made.isPresent()) {
            made.get().pay(false);
            face.news(made.get(), Mood.NORMAL).forEach(told.notifier()::send);
            reply = face.answer(call, false);
        }
        return switch (now) {
            case SLOW -> after(SLOWNESS, reply);
            case SILENT -> after(Duration.ofDays(1), reply);
            case BROKEN -> face.error(500, "internal_server_error");
            case GARBAGE -> Reply.of(200, "text/html", "<html>Gateway");
            default -> reply;
        };
    }

    private Reply page(Call call) {
        StandInPayment payment = book.find(call.last());
        if (payment == null) {
            return Reply.of(404, "text/plain", "No such payment");
        }
        if (!call.isPost()) {
            return Reply.page(PayPage.of(payment, isRussian(call)));
        }
        if (call.body().contains("answer=pay")) {
            pay(payment.id());
        } else {
            refuse(payment.id());
        }
        Mood now = mood;
        Told told = teller(payment);
        threads.execute(() -> told.face().news(payment, now).forEach(told.notifier()::send));
        return Reply.redirect(payment.wanted().returnUrl());
    }

    private Reply moods(Call call) {
        if (!call.isPost()) {
            return Reply.page(MoodPage.of(mood, isRussian(call)));
        }
        try {
            mood = Mood.valueOf(call.form().getOrDefault("mood", ""));
            return Reply.redirect("/moods");
        } catch (IllegalArgumentException e) {
            return Reply.of(400, "text/plain", "No such mood");
        }
    }

    private static boolean isRussian(Call call) {
        return String.valueOf(call.header("Accept-Language")).startsWith("ru");
    }

    private Reply after(Duration time, Reply reply) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reply;
    }
}
