package uplink.web.problem;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Text;

/** Shows a refusal where it belongs: beside the field that it names, else as a note on the page. */
public final class Refusals {

    private static final Pattern NUMBERED = Pattern.compile("\\[(\\d{1,6})]");

    private Refusals() {}

    public static void show(FacesContext faces, BusinessException refusal) {
        Locale locale = faces.getViewRoot().getLocale();
        boolean placed = !refusal.errors().isEmpty();
        for (FieldError error : refusal.errors()) {
            String field = clientId(faces, lastPart(error.field()), row(error.field()));
            faces.addMessage(field, message(error.message().in(locale)));
            placed &= field != null;
        }
        if (!placed) {
            faces.addMessage(null, message(refusal.detail().in(locale)));
        }
        faces.validationFailed();
    }

    /** A refusal that came before the form could be read, beside the input with that client id. */
    public static void besides(FacesContext faces, String clientId, Text refusal) {
        faces.addMessage(clientId, message(refusal.in(faces.getViewRoot().getLocale())));
    }

    private static FacesMessage message(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
    }

    /** {@code prices[2].amount} is the input in the third row; what has no number is in the first, which is the only one. */
    static int row(String field) {
        Matcher numbered = NUMBERED.matcher(field);
        return numbered.find() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    /** {@code address.city} and {@code prices[2].amount} name the inputs {@code city} and {@code amount}. */
    static String lastPart(String field) {
        String plain = field.replaceAll("\\[\\d+]$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** A form without as many rows as the refusal counts has one input for all. */
    private static @Nullable String clientId(FacesContext faces, String id, int row) {
        List<String> found = new ArrayList<>();
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
            if (isInput(component, id)) {
                found.add(component.getClientId(faces));
            }
            return found.size() > row ? VisitResult.COMPLETE : VisitResult.ACCEPT;
        });
        return found.isEmpty() ? null : found.get(row < found.size() ? row : 0);
    }

    /** Dialogs of one page may have fields of the same name: only the form that was sent is meant. */
    private static boolean isInput(UIComponent component, String id) {
        return component instanceof EditableValueHolder && id.equals(component.getId()) && isSent(component);
    }

    private static boolean isSent(UIComponent input) {
        for (UIComponent outer = input.getParent(); outer != null; outer = outer.getParent()) {
            if (outer instanceof UIForm form) {
                return form.isSubmitted();
            }
        }
        return false;
    }
}
