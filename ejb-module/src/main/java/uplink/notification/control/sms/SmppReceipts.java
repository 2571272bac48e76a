package uplink.notification.control.sms;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a message centre says of its own accord: of that, only how a message ended (SMPP 3.4, appendix B, or the optional
 * parameters {@code receipted_message_id} and {@code message_state}). What is no such thing is taken and forgotten. When it
 * cannot be written down the centre is asked to say it again.
 */
final class SmppReceipts implements MessageReceiverListener {

    /** Who wants to know. */
    interface Reader {
        void read(String reference, boolean delivered, @Nullable String why);
    }

    private static final Pattern ID = Pattern.compile("\\bid:(\\S{1,65})");
    private static final Pattern STATE = Pattern.compile("\\bstat:(\\w{1,20})");
    private static final Pattern ERROR = Pattern.compile("\\berr:(\\w{1,20})");
    private static final Set<String> FAILED = Set.of("EXPIRED", "DELETED", "UNDELIV", "REJECTD", "UNKNOWN");
    /** Of message_state, 5.2.28; the others are on their way. */
    private static final Map<Integer, String> STATES =
            Map.of(2, "DELIVRD", 3, "EXPIRED", 4, "DELETED", 5, "UNDELIV", 7, "UNKNOWN", 8, "REJECTD");

    private final Reader reader;

    SmppReceipts(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm told) throws ProcessRequestException {
        if (!told.isSmscDeliveryReceipt()) {
            return;
        }
        byte[] octets = told.getShortMessage();
        String text = octets == null ? "" : new String(octets, StandardCharsets.ISO_8859_1);
        String reference = reference(told, text);
        String state = state(told, text);
        try {
            if (reference != null && state.equals("DELIVRD")) {
                reader.read(reference, true, null);
            } else if (reference != null && FAILED.contains(state)) {
                String error = found(ERROR, text);
                reader.read(reference, false, error == null ? state : state + " " + error);
            }
        } catch (RuntimeException e) {
            ProcessRequestException again =
                    new ProcessRequestException("not written down", SMPPConstant.STAT_ESME_RX_T_APPN);
            again.initCause(e);
            throw again;
        }
    }

    private static @Nullable String reference(DeliverSm told, String text) {
        OptionalParameter.Receipted_message_id id =
                told.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        return id == null ? found(ID, text) : id.getValueAsString();
    }

    private static String state(DeliverSm told, String text) {
        OptionalParameter.Message_state state = told.getOptionalParameter(OptionalParameter.Message_state.class);
        String written = state == null ? found(STATE, text) : STATES.get((int) state.getValue());
        return written == null ? "" : written.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // that a telephone is reachable again is nothing we wait for
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not expected", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
