package uplink.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;

/** Where a page goes after its action, and what it says there. */
public final class Go {

    private Go() {}

    /** Redirects to an address below the console's root, for example {@code /customer?id=…}. */
    public static void to(String address) {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        try {
            external.redirect(external.getRequestContextPath() + address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, with a note that the next page shows. */
    public static void to(String address, String note, Object... arguments) {
        say(note, arguments);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        to(address);
    }

    public static void say(String note, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        String text = Words.of(faces.getViewRoot().getLocale(), note, arguments);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
    }

    /** Answers with a file to keep instead of a page. */
    public static void hand(String name, String type, byte[] content) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType(type);
        external.setResponseContentLength(content.length);
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            external.getResponseOutputStream().write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Writes a file's content. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** The same for a file that is too large to be held at once. */
    public static void hand(String name, String type, Content content) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType(type);
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        try {
            content.write(external.getResponseOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** An id from the address; what is none belongs to nothing: {@code not-found}. */
    public static UUID id(@Nullable String parameter) {
        try {
            return UUID.fromString(parameter == null ? "" : parameter);
        } catch (IllegalArgumentException e) {
            throw BusinessException.notFound();
        }
    }

    /** What the platform has filled in before the action runs, because the field is required. */
    public static <T> T given(@Nullable T value) {
        if (value == null) {
            throw BusinessException.notFound();
        }
        return value;
    }
}
