package uplink.web.document;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentTemplate;
import uplink.document.boundary.DocumentTemplates;
import uplink.document.boundary.TemplateKind;
import uplink.document.boundary.TemplateVersion;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.web.shell.Go;

/** A template, edited from the version in force or from an older one, and looked at as a paper before it is saved. */
@Named
@ViewScoped
public class DocumentTemplateForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 48;

    /**
     * What a template can name.
     *
     * @param example as the specimen has it
     */
    public record Name(String path, String example) {}

    @Inject
    private DocumentTemplates templates;

    private @Nullable String kind;
    private @Nullable String language;
    private @Nullable Integer from;
    private int no;
    private @Nullable String body;
    private @Nullable String number;
    private transient @Nullable List<TemplateVersion> versions;
    private transient @Nullable List<Name> names;

    public void load() {
        DocumentTemplate template = templates.get(kind(), Go.given(language));
        no = template.no();
        body = from == null ? template.body() : templates.getBody(kind(), Go.given(language), from);
    }

    public void save() {
        templates.save(wanted());
        Go.to("/document-template?kind=" + kind().code() + "&language=" + language, "template.saved");
    }

    public void preview() {
        byte[] pdf = templates.preview(wanted(), number == null ? "" : number);
        Go.hand("preview-" + language + ".pdf", "application/pdf", pdf);
    }

    private DocumentTemplate wanted() {
        return new DocumentTemplate(kind(), Go.given(language), no, body == null ? "" : body);
    }

    private TemplateKind kind() {
        try {
            return Coded.of(TemplateKind.class, kind == null ? "" : kind);
        } catch (IllegalArgumentException e) {
            throw BusinessException.notFound();
        }
    }

    public List<TemplateVersion> getVersions() {
        if (versions == null) {
            versions = templates.history(kind(), Go.given(language));
        }
        return versions;
    }

    public List<Name> getNames() {
        if (names == null) {
            names = flat("", templates.getNames(kind(), Go.given(language)));
        }
        return names;
    }

    /** Of a list its first item, by the name that the list's items are given. */
    private static List<Name> flat(String prefix, Map<?, ?> model) {
        List<Name> flat = new ArrayList<>();
        model.forEach((name, value) -> {
            String path = prefix + name;
            if (value instanceof Map<?, ?> inner) {
                flat.addAll(flat(path + ".", inner));
            } else if (value instanceof List<?> list) {
                flat.add(new Name("<#list " + path + " as line>", ""));
                flat.addAll(flat("line.", (Map<?, ?>) list.get(0)));
            } else {
                String text = value.toString();
                flat.add(new Name(path, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
            }
        });
        return flat;
    }

    public int getNo() {
        return no;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable Integer getFrom() {
        return from;
    }

    public void setFrom(@Nullable Integer from) {
        this.from = from;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }
}
