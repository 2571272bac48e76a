package uplink.notification.control.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.NegativeResponseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.notification.boundary.PeerState.Condition;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.testing.Patience;

/** Short messages over SMPP 3.4, against a message centre that speaks it. */
class SmppTest {

    private record Report(String reference, boolean delivered, @Nullable String why) {}

    private final MessageCentre centre = new MessageCentre();
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private Duration patience = Patience.LONG;
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable thing : open) {
            thing.close();
        }
        centre.close();
    }

    @Test
    void aTextArrivesWithSenderAndNumberAndAsksForAReport() throws Exception {
        Smpp smpp = smpp();
        assertEquals(Condition.DISCONNECTED, smpp.state().condition());
        assertEquals(new Outcome.Sent("m1"), smpp.send(message("Payment received: 5 RUB")));
        SubmitSm taken = taken();
        assertEquals("Uplink", taken.getSourceAddr());
        assertEquals(5, taken.getSourceAddrTon(), "letters");
        assertEquals("79161234567", taken.getDestAddress());
        assertEquals(1, taken.getDestAddrTon(), "international");
        assertEquals(1, taken.getRegisteredDelivery());
        assertEquals(0, taken.getDataCoding());
        assertFalse(taken.isUdhi());
        assertEquals("Payment received: 5 RUB", new String(taken.getShortMessage(), StandardCharsets.US_ASCII));
        assertEquals(Condition.CONNECTED, smpp.state().condition());
        assertNotNull(smpp.state().lastSuccess());
        assertFalse(smpp.state().address().contains("pass"), "no secret is shown");
    }

    @Test
    void aLongTextIsOneForTheTelephoneAndKeepsItsReferenceWhenItIsRepeated() throws Exception {
        Smpp smpp = smpp();
        Message message = message("Счёт № 7 на 1 650 ₽ выставлен. 😀".repeat(6));
        assertEquals(new Outcome.Sent("m3"), smpp.send(message));
        List<SubmitSm> first = List.of(taken(), taken(), taken());
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (SubmitSm part : first) {
            assertTrue(part.isUdhi());
            assertEquals(8, part.getDataCoding());
            joined.write(part.getShortMessage(), 6, part.getShortMessage().length - 6);
        }
        assertEquals(message.text(), joined.toString(StandardCharsets.UTF_16BE));
        assertEquals(
                List.of(0, 0, 1),
                first.stream().map(p -> (int) p.getRegisteredDelivery()).toList());
        smpp.send(message);
        assertEquals(first.get(0).getShortMessage()[3], taken().getShortMessage()[3]);
    }

    @Test
    void howAMessageEndedIsTold() throws Exception {
        Smpp smpp = smpp();
        smpp.send(message("one"));
        centre.report(
                "id:m1 sub:001 dlvrd:001 submit date:2611301500 done date:2611301501 stat:DELIVRD err:000 text:one");
        assertEquals(new Report("m1", true, null), reported());
        // once more, much later, and of a message that nobody knows: whoever reads reports deals with it
        centre.report("id:m1 sub:001 dlvrd:001 stat:DELIVRD err:000 text:one");
        assertEquals(new Report("m1", true, null), reported());
        centre.report("id:zzz stat:UNDELIV err:0A7");
        assertEquals(new Report("zzz", false, "UNDELIV 0A7"), reported());
        centre.report(
                "whatever", new OptionalParameter.Receipted_message_id("m9"), new OptionalParameter.Message_state((byte)
                        3));
        assertEquals(new Report("m9", false, "EXPIRED"), reported());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id:m1",
                "stat:DELIVRD",
                "id:m1 stat:ENROUTE",
                "id:m1 stat:ACCEPTD",
                "\u0000\u00ff",
                "id: stat:"
            })
    void whatSaysNothingIsTakenAndForgotten(String text) throws Exception {
        Smpp smpp = smpp();
        smpp.send(message("one"));
        centre.report(text);
        centre.report("id:end stat:DELIVRD");
        assertEquals("end", reported().reference(), "nothing was told before");
    }

    @Test
    void aReportThatCannotBeWrittenDownIsAskedForAgain() throws Exception {
        Smpp smpp = new Smpp(settings(centre.url()), sender(), (reference, delivered, why) -> {
            throw new IllegalStateException("no database");
        });
        open.add(smpp);
        smpp.send(message("one"));
        NegativeResponseException refused =
                assertThrows(NegativeResponseException.class, () -> centre.report("id:m1 stat:DELIVRD"));
        assertEquals(SMPPConstant.STAT_ESME_RX_T_APPN, refused.getCommandStatus());
    }

    @Test
    void whoThrottlesIsLeftAloneForAWhile() throws Exception {
        Smpp smpp = smpp();
        centre.status = SMPPConstant.STAT_ESME_RTHROTTLED;
        assertInstanceOf(Outcome.Later.class, smpp.send(message("one")));
        assertEquals(Condition.PAUSED, smpp.state().condition());
        assertInstanceOf(Outcome.Later.class, smpp.send(message("two")));
        assertEquals(1, centre.taken.size(), "the second did not go out");
        centre.status = 0;
        assertEquals(new Outcome.Sent("m1"), until(smpp, message("three")));
        assertEquals(Condition.CONNECTED, smpp.state().condition());
    }

    @Test
    void whatIsWrongWithTheMessageStaysWrong() {
        Smpp smpp = smpp();
        centre.status = SMPPConstant.STAT_ESME_RINVDSTADR;
        assertEquals(new Outcome.Refused("refused by the message centre: 0x0000000b"), smpp.send(message("one")));
        centre.status = SMPPConstant.STAT_ESME_RSYSERR;
        assertInstanceOf(Outcome.Later.class, smpp.send(message("one")));
        centre.status = 0x423;
        assertInstanceOf(Outcome.Later.class, smpp.send(message("one")), "a code of this vendor's own");
    }

    @Test
    void silenceEndsAfterThePatience() {
        patience = Patience.SHORT;
        Smpp smpp = smpp();
        centre.silence = new CountDownLatch(1);
        long before = System.nanoTime();
        assertEquals(new Outcome.Later("no answer in 1 s"), smpp.send(message("one")));
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(8));
    }

    @Test
    void noMoreThanTheWindowAreUnderWay() throws Exception {
        Smpp smpp = smpp();
        centre.silence = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Outcome>> sent = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sent.add(threads.submit(() -> smpp.send(message("one"))));
            }
            waitFor(() -> centre.underWay.get() == 3);
            centre.silence.countDown();
            centre.silence = null;
            for (Future<Outcome> outcome : sent) {
                assertInstanceOf(Outcome.Sent.class, outcome.get(20, TimeUnit.SECONDS));
            }
            assertEquals(3, centre.mostUnderWay.get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSessionThatWasLostIsBoundAgain() throws Exception {
        Smpp smpp = smpp();
        smpp.send(message("one"));
        centre.hangUp();
        waitFor(() -> smpp.state().condition() == Condition.DISCONNECTED);
        assertEquals("the session was lost", smpp.state().failure());
        smpp.keep();
        assertEquals(Condition.CONNECTED, smpp.state().condition());
        centre.report("id:m1 stat:DELIVRD");
        assertEquals("m1", reported().reference(), "reports come while nothing is sent");
        assertEquals(2, centre.binds.get());
    }

    @Test
    void anIdleSessionIsAskedForASignOfLifeAndADeadOneIsNoticed() throws Exception {
        CompletableFuture<Socket> accepted = new CompletableFuture<>();
        try (ServerSocket dead = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // takes the bind and then nothing any more, as a machine does whose cable was pulled
            Thread thread = new Thread(() -> {
                try {
                    Socket socket = dead.accept();
                    InputStream in = socket.getInputStream();
                    int length = new java.io.DataInputStream(in).readInt();
                    byte[] bind = in.readNBytes(length - 4);
                    byte[] answer = {
                        0, 0, 0, 17, (byte) 0x80, 0, 0, 9, 0, 0, 0, 0, bind[8], bind[9], bind[10], bind[11], 0
                    };
                    socket.getOutputStream().write(answer);
                    accepted.complete(socket);
                } catch (java.io.IOException e) {
                    accepted.completeExceptionally(e);
                }
            });
            thread.start();
            Smpp smpp = new Smpp(
                    SmppSettings.of(
                            "smpp://uplink:x@127.0.0.1:" + dead.getLocalPort(),
                            "",
                            3,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(4)),
                    sender(),
                    this::report);
            open.add(smpp);
            smpp.keep();
            assertEquals(Condition.CONNECTED, smpp.state().condition());
            waitFor(() -> smpp.state().condition() == Condition.DISCONNECTED);
            accepted.get(5, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void aWrongPasswordIsTriedAgainAfterPausesThatGrow() {
        Smpp smpp = smpp("smpp://uplink:wrong@127.0.0.1:" + centre.port());
        assertEquals(new Outcome.Later("not bound"), smpp.send(message("one")));
        String failure = smpp.state().failure();
        assertNotNull(failure);
        assertTrue(failure.startsWith("not bound"), failure);
        assertFalse(failure.contains("wrong"), "no secret is shown");
        assertEquals(new Outcome.Later("not bound"), smpp.send(message("one")));
        assertEquals(0, centre.binds.get());
    }

    @Test
    void aCentreThatIsNotThereIsTriedAgain() throws Exception {
        int port = centre.port();
        centre.close();
        Smpp smpp = smpp("smpp://uplink:pass%2Fwd@127.0.0.1:" + port);
        assertEquals(new Outcome.Later("not bound"), smpp.send(message("one")));
        try (MessageCentre back = new MessageCentre(port)) {
            assertInstanceOf(Outcome.Sent.class, until(smpp, message("one")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\u00ff\u00ff\u00ff\u00ff0123456789abcdef",
                "\u007f\u00ff\u00ff\u00ff",
                ""
            })
    void aPeerThatTalksNonsenseIsNoCentre(String nonsense) throws Exception {
        patience = Patience.SHORT;
        try (ServerSocket peer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = peer.accept()) {
                    socket.getOutputStream().write(nonsense.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                    socket.getInputStream().readNBytes(200);
                } catch (java.io.IOException e) {
                    // it hung up: as it should
                }
            });
            thread.start();
            Smpp smpp = smpp("smpp://uplink:x@127.0.0.1:" + peer.getLocalPort());
            assertEquals(new Outcome.Later("not bound"), smpp.send(message("one")));
        }
    }

    @Test
    void settingsAreUnderstoodOrRefused() {
        SmppSettings settings = settings("smpps://me%40home:a%3Ab@smsc.example");
        assertEquals("me@home", settings.systemId());
        assertEquals("a:b", settings.password());
        assertEquals(3550, settings.port());
        assertTrue(settings.encrypted());
        assertEquals(2775, settings("smpp://me:x@smsc.example").port());
        for (String wrong : List.of("", "http://me:x@smsc.example", "smpp://smsc.example", "smpp:me")) {
            assertThrows(IllegalArgumentException.class, () -> settings(wrong), wrong);
        }
        assertThrows(IllegalArgumentException.class, () -> new SmsSender("more than eleven", 8));
        assertThrows(IllegalArgumentException.class, () -> new SmsSender("Uplink", 0));
        assertEquals("79160000000", new SmsSender("+79160000000", 8).address());
    }

    private Outcome until(Smpp smpp, Message message) {
        Outcome[] outcome = {null};
        waitFor(() -> {
            outcome[0] = smpp.send(message);
            return outcome[0] instanceof Outcome.Sent;
        });
        return outcome[0];
    }

    private static void waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not in 20 s");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private SubmitSm taken() throws InterruptedException {
        SubmitSm taken = centre.taken.poll(10, TimeUnit.SECONDS);
        assertNotNull(taken);
        return taken;
    }

    private Report reported() throws InterruptedException {
        Report report = reports.poll(10, TimeUnit.SECONDS);
        assertNotNull(report);
        return report;
    }

    private void report(String reference, boolean delivered, @Nullable String why) {
        reports.add(new Report(reference, delivered, why));
    }

    private Smpp smpp() {
        return smpp(centre.url());
    }

    private Smpp smpp(String url) {
        Smpp smpp = new Smpp(settings(url), sender(), this::report);
        open.add(smpp);
        return smpp;
    }

    private SmppSettings settings(String url) {
        return SmppSettings.of(url, "", 3, Duration.ofSeconds(30), patience);
    }

    private static SmsSender sender() {
        return new SmsSender("Uplink", 8);
    }

    private static Message message(String text) {
        return new Message(
                UUID.randomUUID(), UUID.randomUUID(), "+79161234567", "", text, null, Locale.ENGLISH, Map.of());
    }
}
