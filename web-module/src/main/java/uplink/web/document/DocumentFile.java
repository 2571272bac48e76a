package uplink.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.Documents;
import uplink.document.boundary.Paper;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** The address of a paper's file. */
@Named
@RequestScoped
public class DocumentFile {

    @Inject
    private Documents documents;

    @Inject
    private Reader reader;

    private @Nullable String id;
    private @Nullable String language;

    public void hand() {
        Locale wanted = language == null ? reader.getLocale() : Locale.forLanguageTag(language);
        Paper paper = documents.get(Go.id(id), wanted);
        Go.hand(paper.name(), "application/pdf", paper.pdf());
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }
}
