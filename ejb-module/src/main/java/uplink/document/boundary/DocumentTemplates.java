package uplink.document.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.billing.requisites.boundary.ProviderRequisites;
import uplink.document.control.PaperModel;
import uplink.document.control.PdfPress;
import uplink.document.control.Previews;
import uplink.document.control.Specimen;
import uplink.document.control.StaffBooks;
import uplink.document.control.TemplateRows;
import uplink.document.control.Templates;
import uplink.document.control.UnusableTemplate;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * What papers are made of: one template for each kind and language, in versions of which the newest is in force. Papers
 * that were handed out stay as they are.
 */
@Stateless
@Allowed(Permission.DOCUMENT_WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentTemplates {

    private static final int LONGEST = 40_000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private StaffBooks books;

    @Inject
    private ProviderRequisites requisites;

    @Inject
    private BusinessClock clock;

    /** All that are in force. */
    public List<DocumentTemplate> list() {
        return Stream.of(TemplateKind.values())
                .flatMap(kind -> Stream.of("ru", "en").map(language -> get(kind, language)))
                .toList();
    }

    /** The one in force. Refusals: {@code not-found} for another language. */
    public DocumentTemplate get(TemplateKind kind, String language) {
        TemplateRows.Version current = rows().current(kind, known(language));
        return new DocumentTemplate(kind, language, current.no(), current.body());
    }

    /** The text of a version, 0 being the release's; {@code not-found}. */
    public String getBody(TemplateKind kind, String language, int no) {
        return rows().body(kind, known(language), no).orElseThrow(BusinessException::notFound);
    }

    /** What people have made, newest first. */
    public List<TemplateVersion> history(TemplateKind kind, String language) {
        return rows().versions(kind, known(language));
    }

    /** What a template can name, with an example of each. */
    public Map<String, Object> getNames(TemplateKind kind, String language) {
        return Specimen.of(kind).in(known(language));
    }

    /**
     * Makes a version that is in force from now on; answers its number. Refusals: {@code validation} when it is no template,
     * names what there is not, or cannot be printed; {@code stale}.
     *
     * @param wanted {@code no}: the version that was seen
     */
    public int save(DocumentTemplate wanted) {
        Locale language = known(wanted.language());
        String body = checked(wanted, language);
        print(body, Specimen.of(wanted.kind()).in(language));
        return rows().add(
                        wanted.kind(),
                        language,
                        new TemplateRows.Version(wanted.no(), body),
                        Callers.current().userId(),
                        clock.instant());
    }

    /**
     * The paper as it would be; nothing is kept. The same refusals, and {@code validation} for a number that nobody has.
     *
     * @param number of a paper of that kind, or of a contract for its customer's newest one; empty: an example
     */
    public byte[] preview(DocumentTemplate wanted, String number) {
        Locale language = known(wanted.language());
        String body = checked(wanted, language);
        PaperModel model = new Previews(
                        Sql.in(database), books, requisites.findPublic().orElse(null), clock.instant())
                .of(wanted.kind(), number.strip(), language);
        return print(body, model.in(language));
    }

    private static String checked(DocumentTemplate wanted, Locale language) {
        String body = wanted.body().replace("\r\n", "\n").strip();
        if (body.isEmpty() || body.length() > LONGEST) {
            throw invalid(
                    body.isEmpty()
                            ? Text.of("shared.validation.required")
                            : Text.of("shared.validation.too-long", LONGEST));
        }
        Templates.complaint(body, Specimen.of(wanted.kind()).in(language)).ifPresent(said -> {
            throw invalid(said);
        });
        return body;
    }

    private static byte[] print(String body, Map<String, Object> model) {
        try {
            return PdfPress.print(Templates.filled(body, model));
        } catch (UnusableTemplate e) {
            throw invalid(Text.of("document.template.not-xhtml", e.line(), e.said()));
        }
    }

    private static BusinessException invalid(Text said) {
        return BusinessException.invalid("body", said);
    }

    private static Locale known(String language) {
        Locale known = Locale.forLanguageTag(language);
        if (!Text.supported(known).equals(known)) {
            throw BusinessException.notFound();
        }
        return known;
    }

    private TemplateRows rows() {
        return new TemplateRows(Sql.in(database));
    }
}
