package uplink.billing.subscription.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.Timeline;

/**
 * Loads the timelines of many subscriptions with two queries, however many there are: one for the events, one for the
 * discounts. The {@link PriceBook} is loaded once and may serve every chunk of a run.
 */
public final class Timelines {

    private static final int FETCH = 5000;
    private static final int EVENT = 11;
    private static final String EVENTS =
            """
            select s.customer_id, s.contract_id, s.id, s.tariff_id, s.charged_to, s.next_due, s.rerate_from, s.version,
                %s, k.billing_day,
                e.id, e.effective_on, e.kind, e.tariff_id, e.price, e.billing_day, e.amount, e.text, e.tax_class,
                e.charged, e.fee_from, e.voids, e.group_id
            from subscriptions s
            join contracts k on k.id = s.contract_id
            join subscription_events e on e.subscription_id = s.id
            where %s order by s.customer_id, s.id, e.effective_on, e.seq""";
    private static final String OWN_CURRENCY = "(select c.currency from customers c where c.id = s.customer_id)";

    private static final String DISCOUNTS =
            """
            select d.subscription_id, d.percent, d.amount, d.valid_from, d.periods, d.valid_to
            from subscription_discounts d join subscriptions s on s.id = d.subscription_id
            where %s order by d.subscription_id, d.valid_from, d.id""";

    private final Connection connection;
    private final PriceBook prices;
    private final Map<String, Currency> currencies = new HashMap<>();

    public Timelines(Connection connection, PriceBook prices) {
        this.connection = connection;
        this.prices = prices;
    }

    /**
     * What a bill run has to look at: subscriptions with {@code next_due <= target} of the customers from one id to
     * another, both inclusive; ordered by customer and subscription.
     *
     * <p>The range is asked of one table only, and the others are found by their keys: PostgreSQL takes a range of ids for
     * one row, and with a second range to choose from it would go through that one again for each row of the first.
     *
     * @param currency of the run; what customers of another one get is not to be used
     */
    public List<SubscriptionTimeline> due(UUID fromCustomer, UUID toCustomer, LocalDate target, String currency)
            throws SQLException {
        String range = "s.customer_id >= ? and s.customer_id <= ? and s.next_due <= ?";
        Map<UUID, List<Discount>> discounts = discounts(range, fromCustomer, toCustomer, target);
        return events("?::text", range, discounts, currency, fromCustomer, toCustomer, target);
    }

    /** All subscriptions of one customer, whether anything is due or not. */
    public List<SubscriptionTimeline> ofCustomer(UUID customer) throws SQLException {
        return load("s.customer_id = ?", customer);
    }

    /** All subscriptions of these customers, whether anything is due or not. */
    public List<SubscriptionTimeline> ofCustomers(UUID[] customers) throws SQLException {
        return load("s.customer_id = any (?)", connection.createArrayOf("uuid", customers));
    }

    /** One subscription; empty when there is none of that id. */
    public List<SubscriptionTimeline> ofSubscription(UUID subscription) throws SQLException {
        return load("s.id = ?", subscription);
    }

    private List<SubscriptionTimeline> load(String which, Object... parameters) throws SQLException {
        return events(OWN_CURRENCY, which, discounts(which, parameters), parameters);
    }

    private List<SubscriptionTimeline> events(
            String currency, String which, Map<UUID, List<Discount>> discounts, Object... parameters)
            throws SQLException {
        List<SubscriptionTimeline> found = new ArrayList<>();
        List<Story.Recorded> recorded = new ArrayList<>(4);
        try (PreparedStatement query = prepare(EVENTS.formatted(currency, which), parameters);
                ResultSet row = query.executeQuery()) {
            boolean more = row.next();
            while (more) {
                UUID subscription = row.getObject(3, UUID.class);
                Head head = Head.read(row, subscription);
                recorded.clear();
                do {
                    recorded.add(Story.read(row, EVENT, head.billingDay()));
                    more = row.next();
                } while (more && subscription.equals(row.getObject(3, UUID.class)));
                Story story = new Story(prices).tell(recorded);
                found.add(head.with(new Timeline(
                        currency(head.currency()), story.end(), discounts.getOrDefault(subscription, List.of()))));
            }
        }
        return found;
    }

    /** What stands before a subscription's first event. */
    private record Head(
            UUID customer,
            UUID contract,
            UUID subscription,
            UUID tariff,
            @Nullable LocalDate chargedTo,
            @Nullable LocalDate nextDue,
            @Nullable LocalDate rerateFrom,
            int version,
            String currency,
            int billingDay) {

        static Head read(ResultSet row, UUID subscription) throws SQLException {
            return new Head(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    subscription,
                    row.getObject(4, UUID.class),
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, LocalDate.class),
                    row.getObject(7, LocalDate.class),
                    row.getInt(8),
                    row.getString(9),
                    row.getInt(10));
        }

        SubscriptionTimeline with(Timeline timeline) {
            return new SubscriptionTimeline(
                    customer, contract, subscription, tariff, chargedTo, nextDue, rerateFrom, version, timeline);
        }
    }

    private Map<UUID, List<Discount>> discounts(String which, Object... parameters) throws SQLException {
        Map<UUID, List<Discount>> found = new HashMap<>();
        try (PreparedStatement query = prepare(DISCOUNTS.formatted(which), parameters);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(row.getObject(1, UUID.class), subscription -> new ArrayList<>(1))
                        .add(new Discount(
                                row.getBigDecimal(2),
                                row.getBigDecimal(3),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, Integer.class),
                                row.getObject(6, LocalDate.class)));
            }
        }
        return found;
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setFetchSize(FETCH);
        for (int i = 0; i < parameters.length; i++) {
            query.setObject(i + 1, parameters[i]);
        }
        return query;
    }

    private Currency currency(String code) {
        return currencies.computeIfAbsent(code, Currency::getInstance);
    }
}
