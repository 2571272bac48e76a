package uplink.connection.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.connection.control.ApplicationEvents;
import uplink.connection.control.ApplicationRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;

/**
 * What an applicant is told by mail, put together when the mail is written. What is no longer so by then is not told. An
 * address that strangers have typed again and again gets no more than a few mails a day.
 */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApplicationMails {

    private static final int A_DAY = 3;

    /** In which states an event still is what there is to tell. */
    private static final Map<String, Set<ApplicationStatus>> TOLD = Map.of(
            ApplicationEvents.CREATED, Set.of(ApplicationStatus.values()),
            ApplicationEvents.FEASIBLE, Set.of(ApplicationStatus.FEASIBLE),
            ApplicationEvents.SCHEDULED, Set.of(ApplicationStatus.SCHEDULED),
            ApplicationEvents.CALLED_OFF, Set.of(ApplicationStatus.FEASIBLE),
            ApplicationEvents.INSTALLED, Set.of(ApplicationStatus.INSTALLED),
            ApplicationEvents.REFUSED, Set.of(ApplicationStatus.REFUSED));

    private static final Map<String, String> TEMPLATES = Map.of(
            ApplicationEvents.CREATED, "application-created",
            ApplicationEvents.FEASIBLE, "application-feasible",
            ApplicationEvents.SCHEDULED, "application-scheduled",
            ApplicationEvents.CALLED_OFF, "application-called-off",
            ApplicationEvents.INSTALLED, "welcome",
            ApplicationEvents.REFUSED, "application-refused");

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Whether somebody gets a mail about events of that type. */
    public boolean isTold(String eventType) {
        return TOLD.containsKey(eventType);
    }

    /** The mail; empty when there is nobody to write to, or nothing to tell any more. */
    public Optional<ApplicationMail> of(String eventType, UUID application) {
        return rows().one(application)
                .filter(one -> TOLD.getOrDefault(eventType, Set.of()).contains(one.status()))
                .flatMap(one -> mail(eventType, one, one.email()));
    }

    private Optional<ApplicationMail> mail(String eventType, Application one, @Nullable String address) {
        if (address == null || rows().countBefore(one, address) >= A_DAY) {
            return Optional.empty();
        }
        String note = one.statusNote();
        Visit visit = one.visit();
        return Optional.of(new ApplicationMail(
                String.valueOf(TEMPLATES.get(eventType)),
                address,
                one.contactName(),
                Locale.forLanguageTag(one.locale()),
                List.of(
                        one.number(),
                        one.where(),
                        note == null ? "" : note,
                        visit == null ? "" : visit.day(),
                        visit == null ? "" : visit.starts(),
                        visit == null ? "" : visit.ends())));
    }

    private ApplicationRows rows() {
        return new ApplicationRows(Sql.in(database), clock.today(), clock.getZone());
    }
}
