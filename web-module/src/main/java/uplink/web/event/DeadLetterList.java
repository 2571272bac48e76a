package uplink.web.event;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.shared.events.DeadLetter;
import uplink.shared.events.DeadLetterQuery;
import uplink.shared.events.DeadLetterQuery.Sort;
import uplink.shared.events.DeadLetters;
import uplink.web.shell.Rows;

/** Events that a consumer gave up on. */
@Named
@ViewScoped
public class DeadLetterList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeadLetters letters;

    private boolean waitingOnly = true;
    private @Nullable String consumer;
    private @Nullable String type;
    private final Rows<DeadLetter> rows = new Rows<>(
            (first, size, column, ascending) -> letters.list(query(first, size, column, ascending)),
            () -> letters.count(query(0, 1, null, false)));

    private DeadLetterQuery query(int first, int size, @Nullable String column, boolean ascending) {
        Sort sort = column == null ? Sort.PARKED : Sort.valueOf(column);
        return new DeadLetterQuery(waitingOnly, consumer, type, sort, ascending, first, size);
    }

    public Rows<DeadLetter> getRows() {
        return rows;
    }

    public boolean isFiltered() {
        return consumer != null || type != null;
    }

    public List<String> getConsumers() {
        return letters.consumers();
    }

    public boolean isWaitingOnly() {
        return waitingOnly;
    }

    public void setWaitingOnly(boolean waitingOnly) {
        this.waitingOnly = waitingOnly;
    }

    public @Nullable String getConsumer() {
        return consumer;
    }

    public void setConsumer(@Nullable String consumer) {
        this.consumer = consumer;
    }

    public @Nullable String getType() {
        return type;
    }

    public void setType(@Nullable String type) {
        this.type = type;
    }
}
