package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.customer.control.ConsentRows;
import uplink.customer.control.CustomerRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What customers have consented to, since when, and until when. Nothing of it is rewritten: it is evidence. */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class Consents {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Newest first, those that were withdrawn among them. Refusals: {@code not-found}. */
    public List<Consent> ofCustomer(UUID customer) {
        customers().require(customer);
        return rows().ofCustomer(customer);
    }

    /** Refusals: {@code not-found}, {@code validation}, {@code conflict} where such a consent is in force. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Consent give(UUID customer, NewConsent wanted) {
        LocalDate on = wanted.givenOn() == null ? clock.today() : wanted.givenOn();
        new Validation()
                .require("kind", wanted.kind())
                .require("source", wanted.source())
                .check(!on.isAfter(clock.today()), "givenOn", Text.of("customer.consent.future"))
                .done();
        customers().lockThere(customer);
        UUID id = Ids.next();
        ConsentKind kind = Objects.requireNonNull(wanted.kind());
        ConsentSource source = Objects.requireNonNull(wanted.source());
        if (!rows().add(customer, id, kind, on, source, clock.instant())) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("customer.consent.given"));
        }
        return get(customer, id);
    }

    /** Refusals: {@code not-found}, {@code validation}, {@code invalid-state} where it was withdrawn before. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Consent withdraw(UUID customer, UUID id, Withdrawal wish) {
        customers().lockThere(customer);
        Consent consent = get(customer, id);
        if (consent.withdrawnOn() != null) {
            throw new BusinessException(
                    ProblemType.INVALID_STATE, Text.of("customer.consent.withdrawn", consent.withdrawnOn()));
        }
        LocalDate on = wish.on() == null ? clock.today() : wish.on();
        new Validation()
                .require("source", wish.source())
                .check(!on.isAfter(clock.today()), "on", Text.of("customer.consent.future"))
                .check(!on.isBefore(consent.givenOn()), "on", Text.of("customer.consent.before", consent.givenOn()))
                .done();
        rows().withdraw(id, on, Objects.requireNonNull(wish.source()));
        return get(customer, id);
    }

    private Consent get(UUID customer, UUID id) {
        return rows().find(customer, id).orElseThrow(BusinessException::notFound);
    }

    private ConsentRows rows() {
        return new ConsentRows(Sql.in(database));
    }

    private CustomerRows customers() {
        return new CustomerRows(database);
    }
}
