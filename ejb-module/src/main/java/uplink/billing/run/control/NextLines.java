package uplink.billing.run.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.control.FrozenLine;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.control.Explainer;
import uplink.billing.rating.control.Rating;
import uplink.billing.subscription.control.PriceBook;
import uplink.billing.subscription.control.SubscriptionTimeline;
import uplink.billing.subscription.control.Timelines;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;

/** What the next run would bill for one subscription as it stands in this transaction: computed, not written. */
public final class NextLines {

    private final Connection connection;
    private final Locale reader;

    public NextLines(Connection connection, Locale reader) {
        this.connection = connection;
        this.reader = reader;
    }

    /** Adjustments, then recurring charges, then fees. Refusals: {@code invalid-state} when it could not be billed. */
    public List<InvoiceLine> of(UUID subscription, LocalDate target) throws SQLException {
        Sql sql = Sql.on(connection);
        SubscriptionTimeline timeline = new Timelines(connection, PriceBook.load(connection))
                .ofSubscription(subscription).stream().findFirst().orElseThrow(BusinessException::notFound);
        List<RatedLine> billed = BilledCharges.all(sql, List.of(subscription)).getOrDefault(subscription, List.of());
        RatedInvoice rated = Rating.rate(timeline.timeline(), billed, target, null);
        Quarantine verdict = rated.quarantine();
        if (verdict != null) {
            throw new BusinessException(
                    ProblemType.INVALID_STATE, Refusal.of(verdict, subscription).text());
        }
        Titles titles = Titles.load(sql);
        Explainer explainer = new Explainer(reader);
        return rated.lines().stream()
                .map(line -> frozen(timeline, line, titles).in(reader, explainer))
                .toList();
    }

    private static FrozenLine frozen(SubscriptionTimeline of, RatedLine line, Titles titles) {
        UUID version = line.tariffVersionId();
        Titles.@Nullable Title title = titles.of(version);
        UUID tariff = version == null ? null : titles.tariffs().get(version);
        return new FrozenLine(
                of.subscriptionId(),
                tariff == null ? of.tariffId() : tariff,
                title == null ? null : title.ru(),
                title == null ? null : title.en(),
                line.gross(),
                line.tax().amount(),
                line.explanation());
    }
}
