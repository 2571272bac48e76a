package uplink.standin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol in which the provider is spoken to. */
interface Face {

    /** Where its addresses begin. */
    String root();

    /** Whether the caller has shown the shop's key. */
    boolean isShop(Call call);

    /** The key under which the call has a payment made; null when it does not. */
    @Nullable
    String key(Call call);

    /** Does what it is asked for. */
    Reply answer(Call call, boolean partly);

    /** A refusal in its words. */
    Reply error(int status, String code);

    /** Whether a payment was made through it. */
    boolean knows(StandInPayment payment);

    /** What is said when the payment has changed. */
    List<Notice> news(StandInPayment payment, Mood mood);

    /** What is said when money of the payment went back, or is demanded back. */
    Notice returned(StandInPayment payment);
}
