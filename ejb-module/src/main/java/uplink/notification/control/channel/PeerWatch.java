package uplink.notification.control.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PeerState;
import uplink.shared.HttpTalk;
import uplink.shared.SystemTime;

/** What a peer did last, and whether it wants to be left alone for now. */
public final class PeerWatch {

    private static final int LONGEST_TEXT = 300;
    /** Whoever talks nonsense is quoted. */
    private static final Pattern NOT_A_WORD = Pattern.compile("[\\p{Cc}\\p{Cn}\\p{Co}\\p{Cs}]+");

    private final String name;
    private final String address;
    private final Pauses pauses = new Pauses();
    private volatile @Nullable Instant lastSuccess;
    private volatile @Nullable Instant lastFailure;
    private volatile @Nullable String failure;

    public PeerWatch(String name, String address) {
        this.name = name;
        this.address = address;
    }

    /** It took something: no pause any more. */
    public void succeeded() {
        lastSuccess = SystemTime.now();
        pauses.over();
    }

    public void failed(String why) {
        lastFailure = SystemTime.now();
        String words = NOT_A_WORD.matcher(why).replaceAll(" ").strip();
        failure = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words;
    }

    /** It failed, and is left alone for a while that grows. */
    public void pause(String why) {
        failed(why);
        pauses.grow();
    }

    private void pause(String why, Duration wanted) {
        failed(why);
        pauses.last(wanted);
    }

    /** It failed, and the message is tried again later. */
    public Outcome later(String why) {
        failed(why);
        return new Outcome.Later(why);
    }

    /** The same, and it is left alone as long as it says, or for a while that grows. */
    public Outcome afterAPause(String why, HttpTalk.Answer answer) {
        HttpPauses.of(answer).ifPresentOrElse(wanted -> pause(why, wanted), () -> pause(why));
        return new Outcome.Later(why);
    }

    /** It will not have that message. */
    public Outcome refused(String why) {
        failed(why);
        return new Outcome.Refused(why);
    }

    public boolean isPaused() {
        return pauses.isOn();
    }

    /** @param otherwise how it does when it wants no pause */
    public PeerState state(PeerState.Condition otherwise) {
        PeerState.Condition condition = isPaused() ? PeerState.Condition.PAUSED : otherwise;
        return new PeerState(name, address, condition, lastSuccess, lastFailure, failure);
    }
}
