package uplink.web.problem;

import jakarta.faces.FacesException;
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
import java.util.Iterator;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;

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
        var refusal = Causes.find(thrown, BusinessException.class);
        if (Causes.find(thrown, ViewExpiredException.class).isPresent()) {
            redirect(faces, sameViewAgain(external));
        } else if (refusal.isPresent() && refusal.get().type() == ProblemType.UNAUTHENTICATED) {
            redirect(faces, external.getRequestContextPath() + "/sign-in");
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

    private static boolean isPostback(FacesContext faces) {
        return faces.isPostback() && faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    private static String sameViewAgain(ExternalContext external) {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static void redirect(FacesContext faces, String address) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.redirect(address);
        }
        faces.responseComplete();
    }
}
