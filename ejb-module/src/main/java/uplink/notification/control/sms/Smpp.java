package uplink.notification.control.sms;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PeerState;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.channel.PeerWatch;

/**
 * A message centre that speaks SMPP 3.4. A long text goes out part after part under one reference, which follows from the
 * message's id: when a message is repeated because an answer was lost, the telephone puts the same parts together. The
 * report is asked for the last part, which stands for all.
 */
final class Smpp implements SmsGateway {

    private final SmsSender sender;
    private final SmppLink link;
    private final PeerWatch watch;
    private final Semaphore window;
    private final SmppSettings settings;

    Smpp(SmppSettings settings, SmsSender sender, SmppReceipts.Reader reports) {
        this.settings = settings;
        this.sender = sender;
        this.watch = new PeerWatch("smpp", settings.address());
        this.link = new SmppLink(settings, new SmppReceipts(reports), watch);
        this.window = new Semaphore(settings.window());
    }

    @Override
    public void keep() {
        link.bound();
    }

    @Override
    public PeerState state() {
        return watch.state(link.isBound() ? PeerState.Condition.CONNECTED : PeerState.Condition.DISCONNECTED);
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public Outcome send(Message message) {
        if (watch.isPaused()) {
            return new Outcome.Later("the message centre asked for a pause");
        }
        try {
            if (!window.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome.Later("the window is full");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Later("interrupted");
        }
        try {
            SMPPSession session = link.bound();
            SmsText text = SmsText.of(message.text(), message.id().hashCode() & 0xFF);
            return session == null ? new Outcome.Later("not bound") : send(session, message.to(), text);
        } finally {
            window.release();
        }
    }

    private Outcome send(SMPPSession session, String to, SmsText text) {
        String reference = null;
        try {
            for (int i = 0; i < text.parts().size(); i++) {
                boolean last = i == text.parts().size() - 1;
                reference = submit(session, to, text, text.parts().get(i), last);
            }
            watch.succeeded();
            return new Outcome.Sent(
                    Optional.ofNullable(reference).filter(id -> !id.isEmpty()).orElse(null));
        } catch (NegativeResponseException e) {
            return refused(e.getCommandStatus());
        } catch (PDUException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (ResponseTimeoutException e) {
            return watch.later("no answer in " + settings.patience().toSeconds() + " s");
        } catch (InvalidResponseException | IOException e) {
            return watch.later(String.valueOf(e.getMessage()));
        }
    }

    private Outcome refused(int status) {
        String why = SmppStatus.text(status);
        if (SmppStatus.isForGood(status)) {
            return watch.refused(why);
        }
        if (SmppStatus.wantsAPause(status)) {
            watch.pause(why);
            return new Outcome.Later(why);
        }
        return watch.later(why);
    }

    private @Nullable String submit(SMPPSession session, String to, SmsText text, byte[] part, boolean reported)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return session.submitShortMessage(
                        "",
                        sender.typeOfNumber(),
                        sender.numberingPlan(),
                        sender.address(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to.substring(1),
                        new ESMClass(
                                MessageMode.DEFAULT,
                                MessageType.DEFAULT,
                                text.isLong() ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(
                                reported ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
                        (byte) 0,
                        coding(text),
                        (byte) 0,
                        part)
                .getMessageId();
    }

    private static DataCoding coding(SmsText text) {
        return new GeneralDataCoding(text.ucs2() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT);
    }
}
