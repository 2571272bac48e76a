package uplink.catalog.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.control.ChangeRuleRows;
import uplink.catalog.control.VersionRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Settings;
import uplink.shared.Text;
import uplink.shared.Validation;

/** The rules by which customers change their tariff: one for all, and one for each tariff that differs. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class ChangeRules {

    private static final int LONGEST = 3650;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** The one for all first, then by code of the tariff. */
    public List<ChangeRule> list() {
        return rows().all();
    }

    /** Refusals: {@code not-found}. */
    public ChangeRule get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** The one that holds for whoever has that tariff. */
    @Allowed({Permission.CATALOG_READ, Permission.CUSTOMER_READ, Permission.SELF_READ})
    public ChangeRule of(UUID tariff) {
        return rows().holding(tariff);
    }

    /** Refusals: {@code validation}, {@code conflict} when the tariff has one. */
    @Allowed(Permission.CATALOG_WRITE)
    public ChangeRule create(NewChangeRule wanted) {
        UUID tariff = wanted.tariffId();
        if (tariff == null) {
            throw BusinessException.invalid("tariffId", Text.of("shared.validation.required"));
        }
        ChangeRule rule = checked(Ids.next(), wanted, 0);
        if (rows().ofTariff(tariff)) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("catalog.change.taken"));
        }
        rows().add(rule);
        return get(rule.id());
    }

    /** Whose tariff it is for stays. Refusals: {@code not-found}, {@code stale}, {@code validation}. */
    @Allowed(Permission.CATALOG_WRITE)
    public ChangeRule replace(UUID id, @Nullable Integer version, NewChangeRule wanted) {
        ChangeRule kept = get(id);
        rows().replace(checked(id, wanted, version == null ? kept.version() : version));
        return get(id);
    }

    /** From now on the rule for all holds. Refusals: {@code not-found}, {@code invalid-state} for the rule for all. */
    @Allowed(Permission.CATALOG_WRITE)
    public void remove(UUID id) {
        if (get(id).tariffId() == null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("catalog.change.for-all"));
        }
        rows().remove(id);
    }

    private ChangeRule checked(UUID id, NewChangeRule wanted, int version) {
        Validation validation = new Validation();
        BigDecimal floor = wanted.priceFloor();
        if (floor != null) {
            VersionRules.checkAmount(validation, "priceFloor", floor, Settings.currency());
        }
        int days = wanted.everyDays() == null ? 0 : wanted.everyDays();
        boolean byCustomer = yes(wanted.byCustomer());
        boolean atOnce = yes(wanted.atOnce());
        boolean nextPeriod = yes(wanted.nextPeriod());
        List<UUID> successors = wanted.successors() == null ? List.of() : wanted.successors();
        validation
                .check(days >= 0 && days <= LONGEST, "everyDays", Text.of("catalog.change.days", LONGEST))
                .check(!byCustomer || atOnce || nextPeriod, "nextPeriod", Text.of("catalog.change.when"))
                .check(rows().areMain(successors), "successors", Text.of("catalog.change.tariffs"))
                .check(
                        wanted.tariffId() == null || rows().areMain(List.of(wanted.tariffId())),
                        "tariffId",
                        Text.of("catalog.change.tariffs"))
                .check(wanted.feeId() == null || rows().isFee(wanted.feeId()), "feeId", Text.of("catalog.change.fee"))
                .done();
        return new ChangeRule(
                id,
                wanted.tariffId(),
                null,
                byCustomer,
                wanted.direction() == null ? ChangeDirection.ANY : wanted.direction(),
                floor,
                days,
                atOnce,
                nextPeriod,
                yes(wanted.sameKind()),
                Boolean.TRUE.equals(wanted.debtAllowed()),
                wanted.feeId(),
                wanted.feeWhen() == null ? FeeWhen.ALWAYS : wanted.feeWhen(),
                successors,
                version);
    }

    private static boolean yes(@Nullable Boolean given) {
        return !Boolean.FALSE.equals(given);
    }

    private ChangeRuleRows rows() {
        return new ChangeRuleRows(database);
    }
}
