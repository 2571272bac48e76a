package uplink.catalog.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.control.PriceListRows;
import uplink.catalog.control.TariffLists;
import uplink.catalog.control.TaxRows;
import uplink.catalog.control.VersionRows;
import uplink.catalog.control.VersionRules;
import uplink.catalog.entity.Tariff;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** The tariffs. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class Tariffs {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<TariffVersionAdded> versionAdded;

    /** What is offered today, with names in that language; by code. */
    @Allowed(Permission.ANYONE)
    public List<TariffOffer> offered(Locale locale) {
        return lists().offered(locale);
    }

    public List<TariffRow> list(TariffQuery query) {
        return lists().list(query);
    }

    /** How many the query finds. */
    public long count(TariffQuery query) {
        return lists().count(query);
    }

    /** Refusals: {@code not-found}. */
    public TariffDetail get(UUID id) {
        return detail(load(id, null));
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public TariffDetail create(NewTariff wanted) {
        Validation validation = new Validation();
        String code = validation.text("code", wanted.code(), 63);
        validation
                .check(code.isEmpty() || CODE.matcher(code).matches(), "code", Text.of("catalog.code.format"))
                .require("kind", wanted.kind())
                .require("firstVersion", wanted.firstVersion())
                .done();
        TariffVersion first = rules(validation).complete("firstVersion.", wanted.firstVersion(), null);
        List<UUID> parts = wanted.parts() == null ? List.of() : wanted.parts();
        boolean addon = Boolean.TRUE.equals(wanted.addon());
        checkParts(validation, wanted.kind() == TariffKind.PACKAGE, parts);
        validation.check(!addon || wanted.kind() != TariffKind.PACKAGE, "addon", Text.of("catalog.addon.no-package"));
        validation.done();
        if (lists().hasCode(code)) {
            throw PriceListRows.codeTaken();
        }
        Tariff tariff = new Tariff(Ids.next(), code, wanted.kind(), wanted.audience(), addon, clock.instant());
        tariff.leaveToCustomers(!Boolean.FALSE.equals(wanted.selfService()), clock.instant());
        entities.persist(tariff);
        entities.flush();
        versions().add(tariff.id(), first, clock.instant());
        lists().replaceParts(tariff.id(), parts);
        return detail(tariff);
    }

    /**
     * Adds a version and closes the one before it. When it begins before days that are charged already, the next bill
     * run charges or gives back the difference. Refusals: {@code not-found}, {@code validation}, {@code invalid-state}
     * when it begins on or before the first day of the newest version.
     */
    @Allowed(Permission.CATALOG_WRITE)
    public TariffDetail addVersion(UUID id, NewTariffVersion wanted) {
        PriceList.change(Sql.in(database));
        Tariff tariff = load(id, null);
        TariffVersion before = versions().newest(id).orElse(null);
        Validation validation = new Validation();
        TariffVersion next = rules(validation).complete("", wanted, before);
        validation.check(
                before == null || before.currency().equals(next.currency()),
                "currency",
                Text.of("catalog.currency.fixed"));
        validation.done();
        if (before != null && !next.validFrom().isAfter(before.validFrom())) {
            throw new BusinessException(
                    ProblemType.INVALID_STATE, Text.of("catalog.version.order", before.validFrom()));
        }
        versions().add(id, next, clock.instant());
        changed(tariff);
        versionAdded.fire(new TariffVersionAdded(id, next.validFrom()));
        return detail(tariff);
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code invalid-state}. */
    @Allowed(Permission.CATALOG_WRITE)
    public TariffDetail update(UUID id, @Nullable Integer version, TariffChange change) {
        Tariff tariff = load(id, version);
        Boolean active = change.active();
        if (active != null) {
            tariff.offer(active, clock.instant());
        }
        Boolean selfService = change.selfService();
        if (selfService != null) {
            tariff.leaveToCustomers(selfService, clock.instant());
        }
        List<UUID> parts = change.parts();
        if (parts != null) {
            Validation validation = new Validation();
            checkParts(validation, tariff.isPackage(), parts);
            validation.done();
            lists().replaceParts(id, parts);
            changed(tariff);
        }
        entities.flush();
        return detail(tariff);
    }

    /** What belongs to the tariff changed: its own version tells. */
    private void changed(Tariff tariff) {
        tariff.touch(clock.instant());
        entities.lock(tariff, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        entities.flush();
    }

    private void checkParts(Validation validation, boolean isPackage, List<UUID> parts) {
        if (isPackage) {
            validation.check(!parts.isEmpty(), "parts", Text.of("catalog.parts.needed"));
            validation.check(lists().areParts(parts), "parts", Text.of("catalog.parts.wrong"));
        } else {
            validation.check(parts.isEmpty(), "parts", Text.of("catalog.parts.package-only"));
        }
    }

    private Tariff load(UUID id, @Nullable Integer version) {
        Tariff tariff = entities.find(Tariff.class, id);
        if (tariff == null) {
            throw BusinessException.notFound();
        }
        if (version != null && version != tariff.version()) {
            throw BusinessException.stale();
        }
        return tariff;
    }

    private TariffDetail detail(Tariff tariff) {
        return new TariffDetail(
                tariff.id(),
                tariff.code(),
                tariff.kind(),
                tariff.audience(),
                tariff.isActive(),
                tariff.isAddon(),
                tariff.isSelfService(),
                versions().of(tariff.id()),
                lists().parts(tariff.id()),
                tariff.version());
    }

    private VersionRules rules(Validation validation) {
        return new VersionRules(validation, new TaxRows(database).codes());
    }

    private VersionRows versions() {
        return new VersionRows(database);
    }

    private TariffLists lists() {
        return new TariffLists(database, clock.today());
    }
}
