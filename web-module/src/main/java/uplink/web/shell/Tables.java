package uplink.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** What filters do to the table below them. */
@Named
@ApplicationScoped
public class Tables {

    /** Back to the first page: what a filter finds begins there, wherever the reader was before. */
    public void rewind(String clientId) {
        if (FacesContext.getCurrentInstance().getViewRoot().findComponent(clientId) instanceof UIData table) {
            table.setFirst(0);
        }
    }
}
