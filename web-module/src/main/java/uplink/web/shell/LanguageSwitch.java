package uplink.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Turns the page into the other language and shows it again. */
@Named
@RequestScoped
public class LanguageSwitch {

    @Inject
    private Reader reader;

    public void turn() throws IOException {
        reader.speak(reader.getLanguage().equals("ru") ? "en" : "ru");
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        String query = request.getQueryString();
        external.redirect(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
