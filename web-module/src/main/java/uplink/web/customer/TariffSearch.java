package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What somebody looks for in a long list of tariffs; it stays while the page is open. */
@Named
@ViewScoped
public class TariffSearch implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String text;

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
