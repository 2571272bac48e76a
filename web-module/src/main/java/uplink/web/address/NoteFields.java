package uplink.web.address;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.NewHouseNote;
import uplink.web.shell.Go;

/** What whoever comes to a house should know. */
public class NoteFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String entrance;
    private @Nullable String floor;
    private @Nullable String text;

    NewHouseNote wanted() {
        return new NewHouseNote(entrance, floor, Go.given(text));
    }

    public @Nullable String getEntrance() {
        return entrance;
    }

    public void setEntrance(@Nullable String entrance) {
        this.entrance = entrance;
    }

    public @Nullable String getFloor() {
        return floor;
    }

    public void setFloor(@Nullable String floor) {
        this.floor = floor;
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
