package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.ChangeDirection;
import uplink.catalog.boundary.ChangeRule;
import uplink.catalog.boundary.ChangeRules;
import uplink.catalog.boundary.FeeWhen;
import uplink.catalog.boundary.NewChangeRule;
import uplink.web.shell.Go;

/** How customers may change their tariff: the rule for all, or for one tariff. */
@Named
@ViewScoped
public class ChangeRuleForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ChangeRules rules;

    private @Nullable String id;
    private @Nullable Integer version;
    private boolean forAll;
    private @Nullable String code;
    private @Nullable UUID tariff;
    private boolean byCustomer = true;
    private ChangeDirection direction = ChangeDirection.ANY;
    private @Nullable BigDecimal priceFloor;
    private @Nullable Integer everyDays = 30;
    private boolean atOnce = true;
    private boolean nextPeriod = true;
    private boolean sameKind = true;
    private boolean debtAllowed;
    private @Nullable UUID fee;
    private FeeWhen feeWhen = FeeWhen.ALWAYS;
    private List<String> successors = List.of();

    public void load() {
        if (!isNew()) {
            show(rules.get(Go.id(id)));
        }
    }

    private void show(ChangeRule rule) {
        version = rule.version();
        forAll = rule.tariffId() == null;
        code = rule.tariffCode();
        tariff = rule.tariffId();
        byCustomer = rule.byCustomer();
        direction = rule.direction();
        priceFloor = rule.priceFloor();
        everyDays = rule.everyDays();
        atOnce = rule.atOnce();
        nextPeriod = rule.nextPeriod();
        sameKind = rule.sameKind();
        debtAllowed = rule.debtAllowed();
        fee = rule.feeId();
        feeWhen = rule.feeWhen();
        successors = rule.successors().stream().map(UUID::toString).toList();
    }

    public void save() {
        if (isNew()) {
            rules.create(wanted());
        } else {
            rules.replace(Go.id(id), version, wanted());
        }
        Go.to("/price-list", "rule.saved");
    }

    public void remove() {
        rules.remove(Go.id(id));
        Go.to("/price-list", "rule.removed");
    }

    private NewChangeRule wanted() {
        return new NewChangeRule(
                tariff,
                byCustomer,
                direction,
                priceFloor,
                everyDays,
                atOnce,
                nextPeriod,
                sameKind,
                debtAllowed,
                fee,
                feeWhen,
                successors.stream().map(Go::id).toList());
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isForAll() {
        return forAll;
    }

    public @Nullable String getCode() {
        return code;
    }

    public ChangeDirection[] getDirections() {
        return ChangeDirection.values();
    }

    public FeeWhen[] getFeeTimes() {
        return FeeWhen.values();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable UUID getTariff() {
        return tariff;
    }

    public void setTariff(@Nullable UUID tariff) {
        this.tariff = tariff;
    }

    public boolean isByCustomer() {
        return byCustomer;
    }

    public void setByCustomer(boolean byCustomer) {
        this.byCustomer = byCustomer;
    }

    public ChangeDirection getDirection() {
        return direction;
    }

    public void setDirection(ChangeDirection direction) {
        this.direction = direction;
    }

    public @Nullable BigDecimal getPriceFloor() {
        return priceFloor;
    }

    public void setPriceFloor(@Nullable BigDecimal priceFloor) {
        this.priceFloor = priceFloor;
    }

    public @Nullable Integer getEveryDays() {
        return everyDays;
    }

    public void setEveryDays(@Nullable Integer everyDays) {
        this.everyDays = everyDays;
    }

    public boolean isAtOnce() {
        return atOnce;
    }

    public void setAtOnce(boolean atOnce) {
        this.atOnce = atOnce;
    }

    public boolean isNextPeriod() {
        return nextPeriod;
    }

    public void setNextPeriod(boolean nextPeriod) {
        this.nextPeriod = nextPeriod;
    }

    public boolean isSameKind() {
        return sameKind;
    }

    public void setSameKind(boolean sameKind) {
        this.sameKind = sameKind;
    }

    public boolean isDebtAllowed() {
        return debtAllowed;
    }

    public void setDebtAllowed(boolean debtAllowed) {
        this.debtAllowed = debtAllowed;
    }

    public @Nullable UUID getFee() {
        return fee;
    }

    public void setFee(@Nullable UUID fee) {
        this.fee = fee;
    }

    public FeeWhen getFeeWhen() {
        return feeWhen;
    }

    public void setFeeWhen(FeeWhen feeWhen) {
        this.feeWhen = feeWhen;
    }

    public List<String> getSuccessors() {
        return successors;
    }

    public void setSuccessors(List<String> successors) {
        this.successors = List.copyOf(successors);
    }
}
