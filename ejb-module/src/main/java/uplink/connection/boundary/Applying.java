package uplink.connection.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.connection.control.ApplicationEvents;
import uplink.connection.control.ApplicationLists;
import uplink.connection.control.ApplicationRows;
import uplink.connection.control.ApplicationRules;
import uplink.connection.control.ApplicationRules.Draft;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * People ask to be connected. Whether somebody of that name, telephone or e-mail is a customer makes no difference to
 * what is answered. {@code customer.application.created} is announced.
 */
@Stateless
@Allowed(Permission.ANYONE)
public class Applying {

    /** More would be somebody's mistake, or a joke. */
    private static final int MOST_OPEN = 10;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** By anybody. Refusals: {@code validation}. */
    public ApplicationReceipt apply(NewApplication wanted, Locale locale) {
        return new ApplicationReceipt(kept(Ids.next(), new ApplicationRules(rows()::isOffered).of(wanted, locale)));
    }

    /** By the customer who is signed in. Refusals: {@code validation}; {@code not-allowed} when too many wait already. */
    @Allowed(Permission.SELF_WRITE)
    public MyApplication ask(OwnApplication wanted, Locale locale) {
        UUID customer = Callers.current().requireCustomer();
        Draft draft = new ApplicationRules(rows()::isOffered).of(wanted, customer);
        rows().hold(customer);
        if (rows().countOpen(customer) >= MOST_OPEN) {
            throw new BusinessException(ProblemType.NOT_ALLOWED, Text.of("connection.application.too-many", MOST_OPEN));
        }
        UUID id = Ids.next();
        kept(id, draft);
        return mine(rows().one(id).orElseThrow(), locale);
    }

    /** Those of the customer who is signed in, newest first; at most a hundred. */
    @Allowed(Permission.SELF_READ)
    public List<MyApplication> mine(Locale locale) {
        return new ApplicationLists(Sql.in(database), clock.today(), clock.getZone())
                .ofCustomer(Callers.current().requireCustomer()).stream()
                        .map(application -> mine(application, locale))
                        .toList();
    }

    private String kept(UUID id, Draft draft) {
        String number = rows().add(id, draft, Callers.current().userId(), clock.instant());
        new ApplicationEvents(outbox, clock.instant()).created(id, number, draft);
        return number;
    }

    private static MyApplication mine(Application application, Locale locale) {
        Visit visit = application.visit();
        boolean refused = application.status() == ApplicationStatus.REFUSED;
        return new MyApplication(
                application.id(),
                application.number(),
                application.status(),
                application.statusAt(),
                application.where(),
                locale.getLanguage().equals("en") ? application.tariffNameEn() : application.tariffNameRu(),
                application.comment(),
                refused ? application.statusNote() : null,
                application.awaitsCoverage(),
                visit == null ? null : visit.day(),
                visit == null ? null : visit.starts(),
                visit == null ? null : visit.ends(),
                application.createdAt());
    }

    private ApplicationRows rows() {
        return new ApplicationRows(Sql.in(database), clock.today(), clock.getZone());
    }
}
