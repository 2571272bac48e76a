package uplink.billing.policy.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.control.CalendarRows;
import uplink.billing.policy.control.PolicyRows;
import uplink.billing.policy.control.TermRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Policies: what follows from debt, promised payments, freezes; for which customers, and since when. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class Policies {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Those of a subject, or all; those in force first, by rank. */
    public List<Policy> list(@Nullable PolicySubject subject) {
        return rows().list(subject);
    }

    /** Refusals: {@code not-found}. */
    public Policy get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** A new one begins with the terms of another. Refusals: {@code validation}, {@code conflict}. */
    @Allowed(Permission.CATALOG_WRITE)
    public Policy create(NewPolicy wanted) {
        UUID origin = wanted.copyOf();
        new Validation().require("copyOf", origin).done();
        Policy copied = rows().one(Objects.requireNonNull(origin))
                .orElseThrow(() -> BusinessException.invalid("copyOf", Text.of("policy.unknown")));
        Policy policy = checked(Ids.next(), copied.subject(), wanted, 0);
        rows().add(policy, clock.instant());
        copied.terms().stream()
                .filter(terms -> !terms.validFrom().isAfter(clock.today()))
                .limit(1)
                .forEach(terms -> rows().add(policy.id(), terms, clock.instant()));
        return get(policy.id());
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code conflict} when code or rank is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public Policy replace(UUID id, @Nullable Integer version, NewPolicy wanted) {
        Policy before = get(id);
        rows().replace(
                        checked(id, before.subject(), wanted, version == null ? before.version() : version),
                        clock.instant());
        return get(id);
    }

    /** Adds a version that begins today or later. Refusals: {@code not-found}, {@code validation}. */
    @Allowed(Permission.CATALOG_WRITE)
    public Policy addTerms(UUID id, PolicyTerms terms) {
        Policy policy = get(id);
        Set<LocalDate> taken =
                policy.terms().stream().map(PolicyTerms::validFrom).collect(Collectors.toSet());
        new TermRules(Settings.currency())
                .check(policy.subject(), terms, clock.today(), taken, new CalendarRows(sql()).codes());
        rows().add(id, terms, clock.instant());
        return get(id);
    }

    private Policy checked(UUID id, PolicySubject subject, NewPolicy wanted, int version) {
        Validation validation = new Validation();
        Integer rank = wanted.rank();
        validation.require("rank", rank);
        validation.check(rank == null || rank >= 1 && rank <= 9999, "rank", Text.of("policy.range", 1, 9999));
        String code = validation.text("code", wanted.code(), 63);
        validation.check(code.isEmpty() || code.matches("[a-z][a-z0-9-]*"), "code", Text.of("policy.code.letters"));
        Policy policy = new Policy(
                id,
                subject,
                code,
                validation.text("nameRu", wanted.nameRu(), 200),
                validation.text("nameEn", wanted.nameEn(), 200),
                wanted.customerKind(),
                rank == null ? 0 : rank,
                Boolean.TRUE.equals(wanted.active()),
                wanted.tariffIds() == null ? List.of() : wanted.tariffIds(),
                List.of(),
                version);
        validation.done();
        return policy;
    }

    private Sql sql() {
        return Sql.in(database);
    }

    private PolicyRows rows() {
        return new PolicyRows(sql());
    }
}
