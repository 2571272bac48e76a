package uplink.web.bulk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.bulk.boundary.BulkFilter;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.BulkWorks;
import uplink.bulk.boundary.NewBulkWork;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;
import uplink.customer.boundary.Customers;
import uplink.shared.Callers;
import uplink.web.customer.CustomerList;
import uplink.web.customer.TariffSearch;
import uplink.web.shell.Go;

/** What is to be done to all customers that the list shows. */
@Named
@ViewScoped
public class BulkOrder implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_TARIFFS = 100;

    @Inject
    private BulkWorks works;

    @Inject
    private Customers customers;

    @Inject
    private Tariffs tariffs;

    @Inject
    private CustomerList list;

    @Inject
    private TariffSearch search;

    private @Nullable BulkKind kind;
    private @Nullable String tag;
    private @Nullable UUID fromTariff;
    private @Nullable UUID tariff;
    private ChangeWhen when = ChangeWhen.NEXT_PERIOD;
    private @Nullable BigDecimal amount;
    private @Nullable String reason;

    /** Frozen and rehearsed; nothing is changed yet. */
    public void preview() {
        BulkParameters parameters = new BulkParameters(tag, fromTariff, tariff, when, amount, null, reason);
        Go.to("/bulk-work?id="
                + works.order(new NewBulkWork(getKind(), filter(), parameters)).id());
    }

    private BulkFilter filter() {
        return list.getFilter().chosen();
    }

    /** How many customers the list shows. */
    public long getCount() {
        return customers.count(filter().query());
    }

    /** What this caller may do. */
    public List<BulkKind> getKinds() {
        return Stream.of(BulkKind.values())
                .filter(one -> Callers.current().may(one.permission()))
                .toList();
    }

    /** Whatever somebody may have, also what is not offered any more. */
    public List<TariffRow> getTariffs() {
        return tariffs.list(
                new TariffQuery(search.getText(), null, null, null, TariffQuery.Sort.NAME, true, 0, MOST_TARIFFS));
    }

    public ChangeWhen[] getTimes() {
        return ChangeWhen.values();
    }

    public BulkKind getKind() {
        return kind == null ? getKinds().stream().findFirst().orElse(BulkKind.TAG) : kind;
    }

    public void setKind(BulkKind kind) {
        this.kind = kind;
    }

    public boolean isTagging() {
        return getKind() == BulkKind.TAG || getKind() == BulkKind.UNTAG;
    }

    public boolean isChanging() {
        return getKind() == BulkKind.TARIFF;
    }

    public boolean isCorrecting() {
        return getKind() == BulkKind.ADJUST;
    }

    public @Nullable String getTag() {
        return tag;
    }

    public void setTag(@Nullable String tag) {
        this.tag = tag;
    }

    public @Nullable UUID getFromTariff() {
        return fromTariff;
    }

    public void setFromTariff(@Nullable UUID fromTariff) {
        this.fromTariff = fromTariff;
    }

    public @Nullable UUID getTariff() {
        return tariff;
    }

    public void setTariff(@Nullable UUID tariff) {
        this.tariff = tariff;
    }

    public ChangeWhen getWhen() {
        return when;
    }

    public void setWhen(ChangeWhen when) {
        this.when = when;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
