package uplink.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentTemplate;
import uplink.document.boundary.DocumentTemplates;

/** The templates in force. */
@Named
@RequestScoped
public class DocumentTemplateList {

    @Inject
    private DocumentTemplates templates;

    private @Nullable List<DocumentTemplate> all;

    public List<DocumentTemplate> getAll() {
        if (all == null) {
            all = templates.list();
        }
        return all;
    }
}
