package uplink.shared.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uplink.shared.Event;

/**
 * One consumer's events share transactions: while one is being committed, the events that arrive meanwhile gather and go
 * together in the next. Nobody waits for company, and a busy consumer pays for a fraction of the commits.
 */
final class GroupCommit {

    private static final int LARGEST = 64;

    private final Lock turn = new ReentrantLock();
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    /**
     * Comes back when the event's transaction has ended: true when it was committed, false when the group was rolled
     * back, so that each has to try by itself. An event that was alone throws what its transaction threw.
     */
    boolean deliver(Event event, Consumer<List<Event>> transaction) {
        Waiting mine = new Waiting(event);
        queue.add(mine);
        turn.lock();
        try {
            while (!mine.over) {
                commitNext(transaction);
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.committed;
    }

    int waiting() {
        return queue.size();
    }

    private void commitNext(Consumer<List<Event>> transaction) {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = queue.poll(); next != null; next = group.size() < LARGEST ? queue.poll() : null) {
            group.add(next);
        }
        boolean committed = false;
        try {
            transaction.accept(group.stream().map(w -> w.event).toList());
            committed = true;
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.get(0).failure = e;
            }
        } finally {
            for (Waiting one : group) {
                one.committed = committed;
                one.over = true;
            }
        }
    }

    /** Written and read under the lock. */
    private static final class Waiting {
        private final Event event;
        private boolean over;
        private boolean committed;
        private @Nullable RuntimeException failure;

        Waiting(Event event) {
            this.event = event;
        }
    }
}
