package uplink.notification.control.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A message centre on the loopback address, by the library's own server: the protocol is real, telephones there are none. */
final class MessageCentre implements AutoCloseable {

    static final String PASSWORD = "pass/wd";

    final BlockingQueue<SubmitSm> taken = new LinkedBlockingQueue<>();
    final AtomicInteger binds = new AtomicInteger();
    final AtomicInteger underWay = new AtomicInteger();
    final AtomicInteger mostUnderWay = new AtomicInteger();
    /** Command status of every answer; 0: all is well. */
    volatile int status;
    /** While it is not null nothing is answered before it opens. */
    volatile CountDownLatch silence;

    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ids = new AtomicInteger();
    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final Thread accepting;

    MessageCentre() {
        this(0);
    }

    MessageCentre(int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            listener = new SMPPServerSessionListener(socket.getLocalPort(), new On(socket));
            listener.setPduProcessorDegree(20);
            listener.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(
                    MessageCentre.class.getClassLoader(),
                    new Class<?>[] {ServerMessageReceiverListener.class},
                    (InvocationHandler) (proxy, method, arguments) -> switch (method.getName()) {
                        case "onAcceptSubmitSm" -> submitted((SubmitSm) arguments[0]);
                        case "onAcceptEnquireLink" -> null;
                        case "hashCode" -> 1;
                        default -> throw new ProcessRequestException("no", SMPPConstant.STAT_ESME_RINVCMDID);
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accepting = thread(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "smpp://uplink:pass%2Fwd@127.0.0.1:" + port();
    }

    /** Ends all sessions, without a word. */
    void hangUp() {
        sessions.forEach(SMPPServerSession::close);
    }

    /** Says how a message ended, as most centres do: in the text. */
    void report(String text, OptionalParameter... parameters) throws Exception {
        SMPPServerSession session = sessions.stream()
                .filter(s -> s.getSessionState().isBound())
                .findFirst()
                .orElseThrow();
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "79161234567",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Uplink",
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.ZERO,
                text.getBytes(StandardCharsets.ISO_8859_1),
                parameters);
    }

    private SubmitSmResult submitted(SubmitSm message) throws Exception {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            taken.add(message);
            CountDownLatch waiting = silence;
            if (waiting != null) {
                waiting.await(20, TimeUnit.SECONDS);
            }
            if (status != 0) {
                throw new ProcessRequestException("as wished", status);
            }
            return new SubmitSmResult(new MessageId("m" + ids.incrementAndGet()), new OptionalParameter[0]);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                thread(() -> bind(session));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(5_000);
            if (request.getPassword().equals(PASSWORD)) {
                sessions.add(session);
                binds.incrementAndGet();
                request.accept("centre");
            } else {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            }
        } catch (IOException | TimeoutException | org.jsmpp.PDUStringException e) {
            session.close();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "message-centre");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public void close() {
        try {
            CountDownLatch waiting = silence;
            if (waiting != null) {
                waiting.countDown();
            }
            socket.close();
            // a thread that waits in accept takes one more caller until it has heard that the socket is closed
            accepting.join();
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The library opens sockets by number only. */
    private record On(ServerSocket socket) implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }
}
