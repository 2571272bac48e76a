package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.customer.control.ImportBook;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.jobs.JobWanted;

/**
 * Takes over customers, contracts, addresses, subscriptions and opening balances from a file, or places of the tree. The columns are in the
 * operator guide. The same file twice adds nothing.
 */
@Stateless
@Allowed(Permission.IMPORT_RUN)
public class Imports {

    /** A file may have this many bytes, at the API's edge and in the console's form as well as here. */
    public static final int LARGEST = 64 * 1024 * 1024;

    private static final int MOST_REFUSALS = 1000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<JobWanted> wanted;

    /**
     * Keeps the file and puts it into the queue; the work begins at once and goes on after the answer. Refusals:
     * {@code validation}, {@code too-large}, {@code conflict} when this very file is under way.
     */
    public ImportReport start(NewImport file) {
        Validation validation = new Validation();
        String name = validation.text("fileName", file.fileName(), 200);
        validation.check(file.content().length > 0, "file", Text.of("customer.import.empty"));
        validation.done();
        if (file.content().length > LARGEST) {
            throw new BusinessException(ProblemType.TOO_LARGE, Text.of("customer.import.too-large", LARGEST >> 20));
        }
        if (book().isUnderWay(file.content())) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("customer.import.under-way"));
        }
        UUID id = Ids.next();
        book().add(
                        id,
                        new NewImport(file.kind(), name, file.content(), file.mode(), file.dryRun()),
                        Callers.current().userId(),
                        clock.instant());
        wanted.fire(new JobWanted(ImportQueue.NAME));
        return get(id);
    }

    /**
     * Begins anew with the file of an import that has ended, as it was asked for then: its headings are understood now, or what
     * was in its way is there. Refusals: {@code not-found}, {@code conflict} while it is under way, {@code invalid-state} when
     * the file is no longer kept.
     */
    public ImportReport again(UUID id) {
        ImportReport before = get(id);
        byte[] content = book().content(id);
        if (content.length == 0) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.import.file-gone"));
        }
        return start(new NewImport(before.kind(), before.fileName(), content, before.mode(), before.dryRun()));
    }

    /** Refusals: {@code not-found}. */
    public ImportReport get(UUID id) {
        return book().report(id).orElseThrow(BusinessException::notFound);
    }

    /** The imports, newest first. */
    public Page<ImportReport> page(PageRequest page) {
        return Page.of(book().reports(page.limit(), page.before()), page.limit(), report -> report.id()
                .toString());
    }

    /** The imports, newest first: {@code size} of them (1 to 100) after the first {@code first}. */
    public List<ImportReport> list(int first, int size) {
        return book().newest(Math.max(0, first), Math.max(1, Math.min(size, 100)));
    }

    /** How many imports there are in all. */
    public long count() {
        return book().count();
    }

    /** The refused rows by line: {@code size} of them (1 to 1000) after the first {@code first}. */
    public List<ImportRefusal> refusals(UUID id, int first, int size) {
        get(id);
        return book().refusals(id, Math.max(0, first), Math.max(1, Math.min(size, MOST_REFUSALS)));
    }

    /** Asks an import to stop before it writes. Refusals: {@code not-found}, {@code invalid-state} when it has ended. */
    public ImportReport stop(UUID id) {
        get(id);
        if (!book().stop(id, clock.instant())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.import.ended"));
        }
        return get(id);
    }

    private ImportBook book() {
        return new ImportBook(database);
    }
}
