package uplink.notification.control.channel;

/**
 * A way by which a message reaches a person. Implementations are {@code @ApplicationScoped}, hold no state of a message,
 * and may block (never longer than their timeout): they are called outside of any transaction.
 */
public interface Channel {

    ChannelKind kind();

    /** Whether settings name a peer; a channel that is not configured takes no messages. */
    boolean isConfigured();

    /** Hands the message to the peer, or says why not. Never throws for what a peer does. */
    Outcome send(Message message);
}
