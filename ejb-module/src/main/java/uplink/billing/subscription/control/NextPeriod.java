package uplink.billing.subscription.control;

import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.rating.control.Rating;
import uplink.shared.BusinessException;
import uplink.shared.Sql;

/** When the next billing period of a subscription begins, as the rating engine cuts them. */
public final class NextPeriod {

    private final Sql sql;

    public NextPeriod(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** Refusals: {@code not-found}. */
    public LocalDate after(UUID subscription, LocalDate day) {
        return sql.with(connection -> new Timelines(connection, PriceBook.load(connection))
                .ofSubscription(subscription).stream()
                        .findFirst()
                        .map(found -> Rating.nextPeriod(found.timeline(), day))
                        .orElseThrow(BusinessException::notFound));
    }
}
