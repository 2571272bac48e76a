package uplink.notification.control.sms;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import uplink.notification.control.channel.Pauses;
import uplink.notification.control.channel.PeerWatch;

/**
 * The session with the message centre: bound when it is first needed, asked for a sign of life when it is idle, and bound
 * again when it was lost, after pauses that grow to a minute.
 */
final class SmppLink implements AutoCloseable {

    private static final long FAREWELL_MILLIS = 2_000;

    private final SmppSettings settings;
    private final MessageReceiverListener receiver;
    private final PeerWatch watch;
    private final Pauses pauses = new Pauses();
    private final ReentrantLock binding = new ReentrantLock();
    private volatile @Nullable SMPPSession session;
    private volatile boolean closed;

    SmppLink(SmppSettings settings, MessageReceiverListener receiver, PeerWatch watch) {
        this.settings = settings;
        this.receiver = receiver;
        this.watch = watch;
    }

    /** The session, bound; null when it cannot be had now. */
    @Nullable
    SMPPSession bound() {
        if (isBound()) {
            return session;
        }
        try {
            if (!binding.tryLock(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            if (!isBound() && !closed && !pauses.isOn()) {
                bind();
            }
            return isBound() ? session : null;
        } finally {
            binding.unlock();
        }
    }

    boolean isBound() {
        SMPPSession known = session;
        return known != null && known.getSessionState().isBound();
    }

    private void bind() {
        SmppRoad road = new SmppRoad(settings);
        SMPPSession fresh = new SMPPSession(new SynchronizedPDUSender(new DefaultPDUSender()), road, road);
        fresh.setEnquireLinkTimer((int) settings.idle().toMillis());
        fresh.setTransactionTimer(settings.patience().toMillis());
        fresh.setMessageReceiverListener(receiver);
        try {
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.systemId(),
                            settings.password(),
                            settings.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    settings.patience().toMillis());
            fresh.addSessionStateListener((now, before, source) -> lost(now));
            session = fresh;
            pauses.over();
        } catch (IOException e) {
            fresh.close();
            watch.failed("not bound: " + e.getMessage());
            pauses.grow();
        }
    }

    private void lost(SessionState now) {
        if (now == SessionState.CLOSED && !closed) {
            watch.failed("the session was lost");
        }
    }

    @Override
    public void close() {
        closed = true;
        SMPPSession known = session;
        if (known != null) {
            known.setTransactionTimer(FAREWELL_MILLIS);
            known.unbindAndClose();
        }
    }
}
