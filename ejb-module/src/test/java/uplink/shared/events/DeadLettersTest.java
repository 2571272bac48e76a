package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uplink.shared.BusinessException;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;
import uplink.testing.Database;
import uplink.testing.Transactions;

class DeadLettersTest {

    private final Transactions transactions = new Transactions(Database.app());
    private final Delivery delivery = new TransactionalDelivery(transactions);
    private RuntimeException failure = new IllegalStateException("not yet");
    private final Counting consumer = new Counting(transactions.dataSource(), event -> {
        if (failure != null) {
            throw failure;
        }
    });
    private final DeadLetters letters = new DeadLetters(transactions.dataSource(), delivery, List.of(consumer));
    private final Event event =
            Event.of("test.happened", "/test", Ids.next(), Map.of("customerId", Ids.next()), SystemTime.now());

    @Test
    void aReplayHasTheEffectOnceHoweverOftenItIsAskedFor() {
        DeadLetter letter = parked(consumer.consumer(), event, CloudEvents.write(event));
        failure = null;
        assertNotNull(letters.replay(letter.id()).replayedAt());
        letters.replay(letter.id());
        assertEquals(1, consumer.effects());
        assertEquals(List.of(event.id()), consumer.inbox());
    }

    @Test
    void aReplayThatFailsAgainLeavesEverythingAsItWas() {
        DeadLetter letter = parked(consumer.consumer(), event, CloudEvents.write(event));
        assertRefused(letter, "shared.dead-letter.failed-again");
        assertEquals(0, consumer.effects());
        assertEquals(List.of(), consumer.inbox());
    }

    @Test
    void aRefusalOfTheFeatureIsTheAnswer() {
        DeadLetter letter = parked(consumer.consumer(), event, CloudEvents.write(event));
        failure = new BusinessException(ProblemType.CONFLICT, Text.of("shared.stale"));
        assertRefused(letter, "shared.stale");
    }

    @Test
    void whatCannotBeReadOrHasNoConsumerIsRefused() {
        assertRefused(parked(consumer.consumer(), null, "garbage"), "shared.dead-letter.unreadable");
        assertRefused(parked("gone", event, CloudEvents.write(event)), "shared.dead-letter.no-consumer");
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(BusinessException.class, () -> letters.replay(Ids.next()))
                        .type());
    }

    @Test
    void theSameMessageTwiceIsOneDeadLetter() {
        parked(consumer.consumer(), event, CloudEvents.write(event));
        parked(consumer.consumer(), event, CloudEvents.write(event));
        parked(consumer.consumer(), null, "garbage\0");
        parked(consumer.consumer(), null, "garbage\0");
        assertEquals(
                2,
                Sql.in(Database.app())
                        .number("select count(*) from dead_letters where consumer = ?", consumer.consumer()));
        assertTrue(letters.count() >= 2);
    }

    @Test
    void theListIsFilteredSortedAndCutByTheDatabase() {
        String other = consumer.consumer() + "-b";
        DeadLetter first = parked(consumer.consumer(), event, CloudEvents.write(event));
        DeadLetter second = parked(other, event, CloudEvents.write(event));
        assertTrue(letters.consumers().containsAll(List.of(consumer.consumer(), other)));
        assertEquals(List.of(first), letters.list(query(false, consumer.consumer(), "test.hap")));
        assertEquals(0, letters.count(query(false, consumer.consumer(), "billing.")));
        failure = null;
        letters.replay(first.id());
        assertEquals(List.of(), letters.list(query(true, consumer.consumer(), null)));
        assertEquals(1, letters.count(query(false, consumer.consumer(), null)));
        assertEquals(second, letters.get(second.id()));
        assertThrows(BusinessException.class, () -> letters.get(Ids.next()));
        for (DeadLetterQuery.Sort sort : DeadLetterQuery.Sort.values()) {
            assertEquals(
                    1,
                    letters.list(new DeadLetterQuery(false, null, null, sort, true, 1, 1))
                            .size());
        }
    }

    private static DeadLetterQuery query(boolean waiting, String by, String type) {
        return new DeadLetterQuery(waiting, by, type, DeadLetterQuery.Sort.PARKED, false, 0, 20);
    }

    private DeadLetter parked(String by, Event about, String body) {
        delivery.park(by, about, body, "because");
        return letters.list(new PageRequest(1, null)).items().get(0);
    }

    private void assertRefused(DeadLetter letter, String why) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> letters.replay(letter.id()));
        assertEquals(ProblemType.INVALID_STATE, refusal.type());
        assertEquals(why, refusal.detail().key());
    }
}
