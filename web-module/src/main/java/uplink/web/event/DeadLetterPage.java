package uplink.web.event;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.shared.Json;
import uplink.shared.events.DeadLetter;
import uplink.shared.events.DeadLetters;
import uplink.web.shell.Go;

/** One dead letter: the event as it came, why its consumer gave up, and another try. */
@Named
@ViewScoped
public class DeadLetterPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeadLetters letters;

    private @Nullable String id;
    private transient @Nullable DeadLetter letter;

    public void load() {
        getLetter();
    }

    public DeadLetter getLetter() {
        if (letter == null) {
            letter = letters.get(Go.id(id));
        }
        return letter;
    }

    public void replay() {
        letters.replay(Go.id(id));
        Go.to("/dead-letter?id=" + id, "dead-letter.replayed");
    }

    /** Broken into lines; what is no JSON is shown as it came. */
    public String getBody() {
        String body = getLetter().body();
        try {
            return Json.pretty(body);
        } catch (IllegalArgumentException e) {
            return body;
        }
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
