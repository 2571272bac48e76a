package uplink.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import uplink.retention.boundary.RetentionTask;
import uplink.retention.boundary.RetentionWork;
import uplink.testing.Boundaries;

/** Each step of a run in a transaction of its own, as the container makes it; before each erasure something may happen. */
final class Steps extends RetentionWork {

    private final Boundaries boundaries;
    private final RetentionWork work;
    Consumer<UUID> before = customer -> {};

    Steps(Boundaries boundaries) {
        this.boundaries = boundaries;
        this.work = boundaries.injected(new RetentionWork());
    }

    @Override
    public Optional<UUID> open() {
        return boundaries.call(work::open);
    }

    @Override
    public Optional<UUID> night(LocalDate night) {
        return boundaries.call(() -> work.night(night));
    }

    @Override
    public List<String> begin(UUID run) {
        return boundaries.call(() -> work.begin(run));
    }

    @Override
    public boolean goesOn(UUID run) {
        return boundaries.call(() -> work.goesOn(run));
    }

    @Override
    public RetentionTask begin(UUID run, String rule) {
        return boundaries.call(() -> work.begin(run, rule));
    }

    @Override
    public boolean take(RetentionTask task) {
        return boundaries.call(() -> work.take(task));
    }

    @Override
    public List<UUID> next(RetentionTask task, UUID after) {
        return boundaries.call(() -> work.next(task, after));
    }

    @Override
    public boolean erase(RetentionTask task, UUID customer) {
        before.accept(customer);
        return boundaries.call(() -> work.erase(task, customer));
    }

    @Override
    public void failed(RetentionTask task) {
        boundaries.run(() -> work.failed(task));
    }

    @Override
    public void end(UUID run, String rule, String failure) {
        boundaries.run(() -> work.end(run, rule, failure));
    }

    @Override
    public void end(UUID run) {
        boundaries.run(() -> work.end(run));
    }
}
