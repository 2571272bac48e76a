package uplink.notification.control.sms;

import java.util.Set;
import org.jsmpp.SMPPConstant;

/** What a message centre's refusals mean (SMPP 3.4, 5.1.3). */
final class SmppStatus {

    private static final Set<Integer> PAUSE =
            Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);
    /** What is wrong with the message stays wrong; what is wrong with the centre, or only it knows, may pass. */
    private static final Set<Integer> FOR_GOOD = Set.of(
            SMPPConstant.STAT_ESME_RINVMSGLEN,
            SMPPConstant.STAT_ESME_RINVSRCADR,
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVESMCLASS,
            SMPPConstant.STAT_ESME_RINVSRCTON,
            SMPPConstant.STAT_ESME_RINVSRCNPI,
            SMPPConstant.STAT_ESME_RINVDSTTON,
            SMPPConstant.STAT_ESME_RINVDSTNPI,
            SMPPConstant.STAT_ESME_RX_P_APPN,
            SMPPConstant.STAT_ESME_RX_R_APPN);

    private SmppStatus() {}

    static boolean wantsAPause(int status) {
        return PAUSE.contains(status);
    }

    static boolean isForGood(int status) {
        return FOR_GOOD.contains(status);
    }

    static String text(int status) {
        return "refused by the message centre: 0x%08x".formatted(status);
    }
}
