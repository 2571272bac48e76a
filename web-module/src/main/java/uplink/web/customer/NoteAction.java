package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerNotes;
import uplink.customer.boundary.NewNote;
import uplink.customer.boundary.Note;
import uplink.customer.boundary.NoteChange;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Notes on the page of a customer: read, written, pinned. */
@Named
@ViewScoped
public class NoteAction implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CustomerNotes notes;

    private @Nullable String text;
    private boolean pinned;
    private @Nullable Rows<Note> rows;

    public void write(UUID customer) {
        notes.write(customer, new NewNote(text, pinned));
        Go.to("/customer?id=" + customer, "note.written");
    }

    public void pin(Note note) {
        notes.change(note.customerId(), note.id(), note.version(), new NoteChange(null, !note.pinned()));
    }

    /** A customer's: the pinned ones first, then newest first. */
    public Rows<Note> rows(UUID customer) {
        if (rows == null) {
            rows = new Rows<>(
                    (first, size, column, ascending) -> notes.list(customer, first, size), () -> notes.count(customer));
        }
        return rows;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public boolean isPinned() {
        return pinned;
    }

    public void setPinned(boolean pinned) {
        this.pinned = pinned;
    }
}
