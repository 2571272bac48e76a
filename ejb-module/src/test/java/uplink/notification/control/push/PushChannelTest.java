package uplink.notification.control.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.notification.boundary.PeerState;
import uplink.notification.boundary.PeerState.Condition;
import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.channel.PeerWatch;
import uplink.testing.Database;

/** To whom a push message goes, and to whom not. */
class PushChannelTest {

    private final PushToken phone = Pushed.token(PushPlatform.FCM, "fcm-token", null, null);
    private final List<PushToken> pushed = new ArrayList<>();
    private final List<UUID> dropped = new ArrayList<>();
    private final PeerWatch watch = new PeerWatch("fcm", "here");
    private Outcome outcome = new Outcome.Sent("1");

    private final PushTokens tokens = new PushTokens(Database.app()) {
        @Override
        Optional<PushToken> alive(UUID id) {
            return Optional.of(phone).filter(token -> token.id().equals(id));
        }

        @Override
        public void drop(UUID id) {
            dropped.add(id);
        }
    };

    private final PushService fcm = new PushService() {
        @Override
        public PushPlatform platform() {
            return PushPlatform.FCM;
        }

        @Override
        public Outcome push(PushToken token, Message message) {
            pushed.add(token);
            return outcome;
        }

        @Override
        public PeerWatch watch() {
            return watch;
        }
    };

    private final PushChannel channel = new PushChannel(tokens, List.of(fcm));

    @Test
    void aMessageGoesToTheTokenThatItNames() {
        assertEquals(new Outcome.Sent("1"), channel.send(message(phone.id().toString(), Pushed.CUSTOMER)));
        assertEquals(List.of(phone), pushed);
        assertEquals(List.of(), dropped);
    }

    @Test
    void aTokenThatIsGoneIsDropped() {
        outcome = new Outcome.Gone("HTTP 404 UNREGISTERED");
        assertEquals(outcome, channel.send(message(phone.id().toString(), Pushed.CUSTOMER)));
        assertEquals(List.of(phone.id()), dropped);
    }

    @Test
    void nothingGoesToSomebodyElsesDevice() {
        assertInstanceOf(Outcome.Gone.class, channel.send(message(phone.id().toString(), UUID.randomUUID())));
        assertInstanceOf(
                Outcome.Gone.class, channel.send(message(UUID.randomUUID().toString(), Pushed.CUSTOMER)));
        assertInstanceOf(Outcome.Gone.class, channel.send(message("no id", Pushed.CUSTOMER)));
        assertEquals(List.of(), pushed);
        assertEquals(List.of(), dropped, "it is alive, for its owner");
    }

    @Test
    void whoWantsToBeLeftAloneIs() {
        watch.pause("HTTP 429");
        assertInstanceOf(Outcome.Later.class, channel.send(message(phone.id().toString(), Pushed.CUSTOMER)));
        assertEquals(List.of(), pushed);
        assertEquals(Condition.PAUSED, channel.states().get(0).condition());
    }

    @Test
    void aPlatformWithoutAServiceWaits() {
        PushChannel none = new PushChannel(tokens, List.of());
        assertFalse(none.isConfigured());
        assertInstanceOf(Outcome.Later.class, none.send(message(phone.id().toString(), Pushed.CUSTOMER)));
        assertEquals(
                List.of(Condition.READY, Condition.OFF, Condition.OFF),
                channel.states().stream().map(PeerState::condition).toList());
    }

    private static Message message(String to, UUID customer) {
        return new Message(UUID.randomUUID(), customer, to, "", "x", null, Locale.ENGLISH, Map.of());
    }
}
