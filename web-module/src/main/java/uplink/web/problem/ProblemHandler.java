package uplink.web.problem;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import uplink.shared.BusinessException;
import uplink.shared.Outages;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.web.shell.Words;

/**
 * Refusals become messages on the page that asked; everything else is logged under an incident's id and shown as a page
 * of its own.
 */
class ProblemHandler extends ExceptionHandlerWrapper {

    ProblemHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            var event = events.next().getContext();
            events.remove();
            try {
                answer(event.getContext(), event.getException());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        super.handle();
    }

    private static void answer(FacesContext faces, Throwable thrown) throws IOException {
        if (faces.getResponseComplete()) {
            return;
        }
        ExternalContext external = faces.getExternalContext();
        var refusal = refusal(thrown);
        if (Causes.find(thrown, ViewExpiredException.class).isPresent()) {
            say(faces, external);
            redirect(faces, sameViewAgain(external));
        } else if (refusal.isPresent() && refusal.get().type() == ProblemType.UNAUTHENTICATED) {
            redirect(faces, external.getRequestContextPath() + "/sign-in");
        } else if (refusal.isPresent() && refusal.get().type() == ProblemType.CONFIRMATION_REQUIRED) {
            redirect(faces, external.getRequestContextPath() + "/confirm?next=" + encoded(sameViewAgain(external)));
        } else if (refusal.isPresent() && isPostback(faces)) {
            Refusals.show(faces, refusal.get());
        } else if (refusal.isPresent()) {
            external.responseSendError(refusal.get().type().status(), null);
            faces.responseComplete();
        } else {
            Incident incident = Incident.of(thrown);
            redirect(faces, external.getRequestContextPath() + "/error.xhtml?incident=" + incident.id());
        }
    }

    private static Optional<BusinessException> refusal(Throwable thrown) {
        Optional<BusinessException> refusal = Causes.find(thrown, BusinessException.class);
        return refusal.isEmpty() && Outages.isOne(thrown)
                ? Optional.of(new BusinessException(ProblemType.UNAVAILABLE, Text.of("shared.unavailable")))
                : refusal;
    }

    /** Whoever sent something must hear that it has not been done. */
    private static void say(FacesContext faces, ExternalContext external) {
        String text = Words.of(Text.supported(external.getRequestLocale()), "view.expired");
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, text));
        external.getFlash().setKeepMessages(true);
    }

    private static boolean isPostback(FacesContext faces) {
        return faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    private static String sameViewAgain(ExternalContext external) {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The view below the console's root, as a parameter. */
    private static String encoded(String view) {
        String below = view.replaceFirst("^/[^/]*", "").replaceFirst("\\.xhtml", "");
        return URLEncoder.encode(below, StandardCharsets.UTF_8);
    }

    private static void redirect(FacesContext faces, String address) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.redirect(address);
        }
        faces.responseComplete();
    }
}
