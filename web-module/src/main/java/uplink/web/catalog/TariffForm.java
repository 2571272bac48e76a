package uplink.web.catalog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.catalog.boundary.PartRule;
import uplink.catalog.boundary.Period;
import uplink.catalog.boundary.Spread;
import uplink.catalog.boundary.TariffDetail;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffVersion;
import uplink.catalog.boundary.Tariffs;
import uplink.catalog.boundary.Timing;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** A new tariff with its first version, or another version of one that is there. */
@Named
@ViewScoped
public class TariffForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Tariffs tariffs;

    @Inject
    private BusinessClock clock;

    private @Nullable String id;
    private @Nullable String code;
    private TariffKind kind = TariffKind.INTERNET;
    private boolean addon;
    private boolean selfService = true;
    private @Nullable Audience audience;
    private @Nullable LocalDate validFrom;
    private @Nullable String nameRu;
    private @Nullable String nameEn;
    private @Nullable Integer speedDown;
    private @Nullable Integer speedUp;
    private @Nullable BigDecimal price;
    private Period period = Period.P1M;
    private Timing timing = Timing.ADVANCE;
    private Spread spread = Spread.PERIOD;
    private PartRule firstPart = PartRule.PRORATE;
    private PartRule lastPart = PartRule.PRORATE;
    private String taxClass = "standard";
    private List<String> parts = List.of();

    /** A new version starts from the newest one, next month. */
    public void load() {
        validFrom = clock.today().withDayOfMonth(1).plusMonths(1);
        if (!isNew()) {
            TariffDetail tariff = tariffs.get(Go.id(id));
            code = tariff.code();
            kind = tariff.kind();
            audience = tariff.audience();
            show(tariff.versions().get(0));
        }
    }

    private void show(TariffVersion newest) {
        nameRu = newest.nameRu();
        nameEn = newest.nameEn();
        speedDown = newest.speedDown();
        speedUp = newest.speedUp();
        price = newest.price();
        period = newest.period();
        timing = newest.timing();
        spread = newest.spread();
        firstPart = newest.firstPart();
        lastPart = newest.lastPart();
        taxClass = newest.taxClass();
    }

    public void save() {
        TariffDetail saved = isNew()
                ? tariffs.create(new NewTariff(
                        Go.given(code),
                        kind,
                        audience,
                        version(),
                        isPackaged() ? parts.stream().map(Go::id).toList() : null,
                        addon,
                        selfService))
                : tariffs.addVersion(Go.id(id), version());
        Go.to("/tariff?id=" + saved.id(), isNew() ? "tariff.created" : "tariff.version-added");
    }

    public boolean isAddon() {
        return addon;
    }

    public void setAddon(boolean addon) {
        this.addon = addon;
    }

    public boolean isSelfService() {
        return selfService;
    }

    public void setSelfService(boolean selfService) {
        this.selfService = selfService;
    }

    public boolean isPackaged() {
        return kind == TariffKind.PACKAGE;
    }

    /** Ids as the list of the form sends them. */
    public List<String> getParts() {
        return parts;
    }

    public void setParts(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    private NewTariffVersion version() {
        return new NewTariffVersion(
                Go.given(validFrom),
                Go.given(nameRu),
                Go.given(nameEn),
                speedDown,
                speedUp,
                Go.given(price),
                null,
                period,
                timing,
                spread,
                firstPart,
                lastPart,
                taxClass);
    }

    public boolean isNew() {
        return id == null;
    }

    public TariffKind[] getKinds() {
        return TariffKind.values();
    }

    public Audience[] getAudiences() {
        return Audience.values();
    }

    public Period[] getPeriods() {
        return Period.values();
    }

    public Timing[] getTimings() {
        return Timing.values();
    }

    public Spread[] getSpreads() {
        return Spread.values();
    }

    public PartRule[] getPartRules() {
        return PartRule.values();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public TariffKind getKind() {
        return kind;
    }

    public void setKind(TariffKind kind) {
        this.kind = kind;
    }

    public @Nullable Audience getAudience() {
        return audience;
    }

    public void setAudience(@Nullable Audience audience) {
        this.audience = audience;
    }

    public @Nullable LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }

    public @Nullable Integer getSpeedDown() {
        return speedDown;
    }

    public void setSpeedDown(@Nullable Integer speedDown) {
        this.speedDown = speedDown;
    }

    public @Nullable Integer getSpeedUp() {
        return speedUp;
    }

    public void setSpeedUp(@Nullable Integer speedUp) {
        this.speedUp = speedUp;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public Period getPeriod() {
        return period;
    }

    public void setPeriod(Period period) {
        this.period = period;
    }

    public Timing getTiming() {
        return timing;
    }

    public void setTiming(Timing timing) {
        this.timing = timing;
    }

    public Spread getSpread() {
        return spread;
    }

    public void setSpread(Spread spread) {
        this.spread = spread;
    }

    public PartRule getFirstPart() {
        return firstPart;
    }

    public void setFirstPart(PartRule firstPart) {
        this.firstPart = firstPart;
    }

    public PartRule getLastPart() {
        return lastPart;
    }

    public void setLastPart(PartRule lastPart) {
        this.lastPart = lastPart;
    }

    public String getTaxClass() {
        return taxClass;
    }

    public void setTaxClass(String taxClass) {
        this.taxClass = taxClass;
    }
}
