package uplink.bulk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkSteps;
import uplink.bulk.boundary.ItemStopped;
import uplink.bulk.control.Judged;
import uplink.testing.Boundaries;

/** Each step of a work in a transaction of its own, as the container makes it; before and inside each something may happen. */
final class Steps extends BulkSteps {

    /** The server dies. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Dying extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Boundaries boundaries;
    private final BulkSteps steps;
    Runnable before = () -> {};
    boolean dies;
    int chunks;
    int largest;

    Steps(Boundaries boundaries) {
        this.boundaries = boundaries;
        this.steps = boundaries.injected(new BulkSteps());
    }

    @Override
    public List<UUID> open() {
        return boundaries.call(steps::open);
    }

    @Override
    public boolean isRehearsal(UUID work) {
        return boundaries.call(() -> steps.isRehearsal(work));
    }

    @Override
    public List<Judged> rehearse(UUID work) {
        List<Judged> judged = boundaries.call(() -> steps.rehearse(work));
        largest = Math.max(largest, judged.size());
        return judged;
    }

    @Override
    public void found(UUID work, List<Judged> judged) {
        boundaries.run(() -> steps.found(work, judged));
    }

    @Override
    public void chunk(UUID work, @Nullable ItemStopped stopped) {
        before.run();
        try {
            boundaries.run(() -> {
                steps.chunk(work, stopped);
                if (dies) {
                    throw new Dying();
                }
            });
            chunks++;
        } catch (Dying e) {
            throw new Killed();
        }
    }

    @Override
    public void fail(UUID work, String why) {
        boundaries.run(() -> steps.fail(work, why));
    }
}
