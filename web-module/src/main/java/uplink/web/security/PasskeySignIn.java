package uplink.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import uplink.auth.boundary.ConsoleSignIn;
import uplink.auth.boundary.Passkey.Assertion;
import uplink.auth.boundary.Passkey.RequestOptions;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.web.shell.Go;

/** Sign-in with a passkey: a question for the browser's authenticator, and its answer. */
@Named
@RequestScoped
public class PasskeySignIn {

    private static final String ASKED = "uplink.passkey.asked";

    @Inject
    private ConsoleSignIn signIn;

    @Inject
    private Entrance entrance;

    private @Nullable String answer;
    private @Nullable String next;

    /** Instead of e-mail, password and code. The question is kept in this browser's session. */
    public void ask() {
        Strangers.guard("passkey");
        UUID asked = Ids.next();
        session().put(ASKED, asked);
        hand(signIn.passkeyOptions(asked));
    }

    public void enter() throws IOException {
        if (session().remove(ASKED) instanceof UUID asked) {
            entrance.enter(new PasskeyStep(assertion(), null, asked), next);
        } else {
            Go.to("/sign-in");
        }
    }

    /** After the password, instead of a code. */
    public void askSecond() {
        Strangers.guard("passkey");
        if (pending() instanceof PendingSignIn first) {
            hand(signIn.passkeyOptions(first.mfaToken()));
        } else {
            Go.to("/sign-in");
        }
    }

    public void enterSecond() throws IOException {
        if (pending() instanceof PendingSignIn first) {
            entrance.enter(new PasskeyStep(assertion(), first.mfaToken(), null), first.next());
        } else {
            Go.to("/sign-in");
        }
    }

    /** Whether the one who has entered the password has a passkey. */
    public boolean isOffered() {
        return pending() instanceof PendingSignIn first && signIn.hasPasskey(first.mfaToken());
    }

    private Assertion assertion() {
        return Assertion.of(Go.given(answer));
    }

    private static void hand(RequestOptions options) {
        PrimeFaces.current().ajax().addCallbackParam("options", Json.write(options));
    }

    private static @Nullable Object pending() {
        return session().get(PendingSignIn.ATTRIBUTE);
    }

    private static Map<String, Object> session() {
        return FacesContext.getCurrentInstance().getExternalContext().getSessionMap();
    }

    /** Goes one way only. */
    public @Nullable String getAnswer() {
        return null;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
