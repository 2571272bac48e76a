package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerNotes;
import uplink.customer.boundary.Note;
import uplink.customer.boundary.NoteChange;
import uplink.web.shell.Go;

/** A note is put right by who wrote it. */
@Named
@ViewScoped
public class NoteForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CustomerNotes notes;

    private @Nullable String customer;
    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String text;
    private boolean pinned;

    public void load() {
        Note note = notes.get(Go.id(customer), Go.id(id));
        version = note.version();
        text = note.text();
        pinned = note.pinned();
    }

    public void save() {
        Note kept = notes.change(Go.id(customer), Go.id(id), version, new NoteChange(Go.given(text), pinned));
        Go.to("/customer?id=" + kept.customerId(), "note.saved");
    }

    public @Nullable String getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable String customer) {
        this.customer = customer;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
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
