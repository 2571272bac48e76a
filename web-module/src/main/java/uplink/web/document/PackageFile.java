package uplink.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentPackages;
import uplink.web.shell.Go;

/** The address of a package's files: as a ZIP, or as pages to print. */
@Named
@RequestScoped
public class PackageFile {

    @Inject
    private DocumentPackages packages;

    private @Nullable String id;
    private @Nullable String form;

    public void hand() {
        UUID key = Go.id(id);
        packages.get(key);
        if ("zip".equals(form)) {
            Go.hand("invoices.zip", "application/zip", out -> packages.getZip(key, out));
        } else {
            Go.hand("invoices.pdf", "application/pdf", out -> packages.getPages(key, out));
        }
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getForm() {
        return form;
    }

    public void setForm(@Nullable String form) {
        this.form = form;
    }
}
