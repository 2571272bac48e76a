package uplink.catalog.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.control.PriceListRows;
import uplink.catalog.control.TaxRows;
import uplink.catalog.control.VersionRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Text;
import uplink.shared.Validation;

/** One-off fees of the price list. A change does not touch what was charged already. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class Fees {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** All of them, by code. */
    public List<Fee> list() {
        return rows().fees();
    }

    /** Refusals: {@code not-found}. */
    public Fee get(UUID id) {
        return rows().fee(id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public Fee create(NewFee wanted) {
        Fee fee = checked(Ids.next(), wanted, 0);
        rows().add(fee);
        return fee;
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.CATALOG_WRITE)
    public Fee replace(UUID id, @Nullable Integer version, NewFee wanted) {
        int from = version == null ? get(id).version() : version;
        get(id);
        rows().replace(checked(id, wanted, from));
        return get(id);
    }

    private Fee checked(UUID id, NewFee wanted, int version) {
        Validation validation = new Validation();
        String currency = wanted.currency() == null ? Settings.currency() : wanted.currency();
        String taxClass = wanted.taxClass() == null ? "standard" : wanted.taxClass();
        VersionRules.checkAmount(validation, "amount", wanted.amount(), currency);
        validation
                .check(
                        wanted.amount() == null || wanted.amount().signum() > 0,
                        "amount",
                        Text.of("catalog.amount.positive"))
                .check(
                        new TaxRows(database).codes().contains(taxClass),
                        "taxClass",
                        Text.of("catalog.tax-class.unknown"));
        Fee fee = new Fee(
                id,
                validation.text("code", wanted.code(), 63),
                validation.text("nameRu", wanted.nameRu(), 200),
                validation.text("nameEn", wanted.nameEn(), 200),
                wanted.amount(),
                currency,
                taxClass,
                wanted.active() == null || wanted.active(),
                version);
        validation.done();
        return fee;
    }

    private PriceListRows rows() {
        return new PriceListRows(database);
    }
}
