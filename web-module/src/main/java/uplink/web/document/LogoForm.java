package uplink.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.ProviderLogo;
import uplink.web.shell.Go;

/** The provider's sign: shown, replaced, removed. */
@Named
@RequestScoped
public class LogoForm {

    @Inject
    private ProviderLogo logo;

    private @Nullable Part file;
    private @Nullable String picture;

    public void keep() throws IOException {
        try (InputStream content = Go.given(file).getInputStream()) {
            logo.replace(content.readNBytes(ProviderLogo.LARGEST + 1));
        }
        Go.to("/requisites", "logo.saved");
    }

    public void remove() {
        logo.remove();
        Go.to("/requisites", "logo.removed");
    }

    /** Empty when there is none. */
    public String getPicture() {
        if (picture == null) {
            picture = logo.find().map(png -> "data:image/png;base64," + png).orElse("");
        }
        return picture;
    }

    public int getLargest() {
        return ProviderLogo.LARGEST;
    }

    /** What the browser says before it sends anything. */
    public String tooLarge(Locale locale) {
        return ProviderLogo.tooLarge().in(locale);
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
