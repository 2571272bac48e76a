package uplink.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.SystemTime;

class GroupCommitTest {

    private final GroupCommit group = new GroupCommit();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Event>> commits = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void anEventThatIsAloneIsCommittedAtOnce() {
        Event event = event();
        assertTrue(group.deliver(event, commits::add));
        assertEquals(List.of(List.of(event)), commits);
    }

    @Test
    void whatArrivesDuringACommitGoesTogetherInTheNext() throws Exception {
        List<Future<Boolean>> answers = deliverDuringACommit(20, commits::add);
        for (Future<Boolean> answer : answers) {
            assertTrue(answer.get());
        }
        assertEquals(2, commits.size());
        assertEquals(20, commits.get(1).size());
        Set<Object> all = new HashSet<>();
        commits.forEach(all::addAll);
        assertEquals(21, all.size());
    }

    @Test
    void aGroupThatFailsIsTriedOneByOne() throws Exception {
        List<Future<Boolean>> answers = deliverDuringACommit(3, events -> {
            throw new IllegalStateException("one of them is poison");
        });
        assertTrue(answers.get(0).get(), "the one before was committed");
        for (Future<Boolean> answer : answers.subList(1, 4)) {
            assertFalse(answer.get());
        }
    }

    @Test
    void anEventThatFailsAloneThrowsItsOwnException() {
        IllegalStateException failure = new IllegalStateException("poison");
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> group.deliver(event(), events -> {
                            throw failure;
                        })));
        assertTrue(group.deliver(event(), commits::add), "and holds nobody up");
    }

    @Test
    void anErrorInTheLeaderLeavesNobodyWaiting() throws Exception {
        assertThrows(
                StackOverflowError.class,
                () -> group.deliver(event(), events -> {
                    throw new StackOverflowError();
                }));
        assertTrue(group.deliver(event(), commits::add));
    }

    /** The first answer is of the event whose commit the others met. */
    private List<Future<Boolean>> deliverDuringACommit(int others, Consumer<List<Event>> next) throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> answers = new ArrayList<>();
        answers.add(threads.submit(() -> group.deliver(event(), events -> {
            commits.add(events);
            entered.countDown();
            await(go);
        })));
        entered.await();
        for (int i = 0; i < others; i++) {
            answers.add(threads.submit(() -> group.deliver(event(), next)));
        }
        while (group.waiting() < others) {
            Thread.onSpinWait();
        }
        go.countDown();
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Event event() {
        return Event.of("test.happened", "/test", Ids.next(), Map.of(), SystemTime.now());
    }
}
