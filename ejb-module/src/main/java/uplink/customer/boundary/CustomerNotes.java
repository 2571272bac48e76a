package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.control.CustomerRows;
import uplink.customer.control.NoteRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What colleagues should know about a customer. Notes are added and put right by who wrote them; none is thrown away. */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class CustomerNotes {

    private static final int LONGEST = 4000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** A page for the API, newest first. Refusals: {@code not-found}. */
    public Page<Note> page(UUID customer, PageRequest page) {
        customers().require(customer);
        return Page.of(
                rows().page(customer, page), page.limit(), note -> note.id().toString());
    }

    /** A slice for the console: the pinned ones first, then newest first. */
    public List<Note> list(UUID customer, int first, int size) {
        return rows().slice(customer, Math.max(0, first), Math.max(1, Math.min(size, 100)));
    }

    public long count(UUID customer) {
        return rows().count(customer);
    }

    /** Refusals: {@code not-found}. */
    public Note get(UUID customer, UUID id) {
        return rows().find(customer, id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code not-found}, {@code validation}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Note write(UUID customer, NewNote wanted) {
        customers().lockThere(customer);
        UUID id = Ids.next();
        rows().add(customer, id, checked(wanted.text()), Boolean.TRUE.equals(wanted.pinned()), clock.instant());
        return get(customer, id);
    }

    /**
     * @param version the one that was seen; null: whichever. Refusals: {@code not-found}, {@code stale}, {@code validation},
     *     {@code forbidden} where the text is somebody else's
     */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Note change(UUID customer, UUID id, @Nullable Integer version, NoteChange change) {
        customers().lockThere(customer);
        Note note = get(customer, id);
        if (version != null && version != note.version()) {
            throw BusinessException.stale();
        }
        String text = change.text() == null ? note.text() : checked(change.text());
        if (!note.own() && !text.equals(note.text())) {
            throw new BusinessException(ProblemType.FORBIDDEN, Text.of("customer.note.not-own"));
        }
        boolean pinned = change.pinned() == null ? note.pinned() : change.pinned();
        rows().change(id, text, pinned, clock.instant());
        return get(customer, id);
    }

    private static String checked(@Nullable String text) {
        Validation validation = new Validation();
        String checked = validation.words("text", text, LONGEST);
        validation.done();
        return checked;
    }

    private NoteRows rows() {
        return new NoteRows(Sql.in(database), Callers.current().userId());
    }

    private CustomerRows customers() {
        return new CustomerRows(database);
    }
}
