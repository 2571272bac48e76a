package uplink.billing.subscription.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.boundary.TaxRate;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.Timing;

/** Every tariff version and tax rate, read once and shared by all timelines of a chunk. */
public final class PriceBook {

    /** A version of a tariff and the day from which it holds. */
    record Edition(UUID id, LocalDate from, RatingTerms terms) {}

    private final Map<String, TaxTerms> taxes;
    private final Map<UUID, List<Edition>> editions = new HashMap<>();

    private PriceBook(Map<String, TaxTerms> taxes) {
        this.taxes = taxes;
    }

    public static PriceBook load(Connection connection) throws SQLException {
        PriceBook book = new PriceBook(taxes(connection));
        try (PreparedStatement query = connection.prepareStatement(
                        """
                        select tariff_id, id, valid_from, price, period, timing, spread, first_part, last_part, tax_class
                        from tariff_versions order by tariff_id, valid_from""");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                book.editions
                        .computeIfAbsent(row.getObject(1, UUID.class), tariff -> new ArrayList<>(2))
                        .add(book.edition(row));
            }
        }
        return book;
    }

    private Edition edition(ResultSet row) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        RatingTerms terms = new RatingTerms(
                row.getBigDecimal(4),
                Period.valueOf(row.getString(5)),
                row.getString(6).equals("advance") ? Timing.ADVANCE : Timing.ARREARS,
                row.getString(7).equals("daily") ? Spread.DAILY : Spread.PERIOD,
                part(row.getString(8)),
                part(row.getString(9)),
                tax(row.getString(10)),
                id);
        return new Edition(id, row.getObject(3, LocalDate.class), terms);
    }

    private static PartRule part(String code) {
        return switch (code) {
            case "full" -> PartRule.FULL;
            case "free" -> PartRule.FREE;
            default -> PartRule.PRORATE;
        };
    }

    private static Map<String, TaxTerms> taxes(Connection connection) throws SQLException {
        Map<String, List<TaxRate>> rates = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "select tax_class, valid_from, rate, mode from tax_rates order by tax_class, valid_from");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                TaxMode mode = row.getString(4).equals("on-top") ? TaxMode.ON_TOP : TaxMode.INCLUDED;
                rates.computeIfAbsent(row.getString(1), c -> new ArrayList<>(4))
                        .add(new TaxRate(row.getObject(2, LocalDate.class), mode, row.getBigDecimal(3)));
            }
        }
        Map<String, TaxTerms> taxes = new HashMap<>();
        rates.forEach((taxClass, of) -> taxes.put(taxClass, new TaxTerms(of)));
        return taxes;
    }

    /** The rates of a class; a class without rates is not taxed. */
    TaxTerms tax(String taxClass) {
        return taxes.getOrDefault(taxClass, TaxTerms.NONE);
    }

    /** The versions of a tariff, oldest first. */
    List<Edition> editions(UUID tariff) {
        return editions.getOrDefault(tariff, List.of());
    }

    /**
     * The terms of a tariff on a day: of the newest version that has begun, or of the first to come. Versions that are
     * no longer offered go on for whoever has them.
     */
    public @Nullable RatingTerms terms(UUID tariff, LocalDate day) {
        List<Edition> all = editions(tariff);
        for (int i = all.size() - 1; i > 0; i--) {
            if (!all.get(i).from().isAfter(day)) {
                return all.get(i).terms();
            }
        }
        return all.isEmpty() ? null : all.get(0).terms();
    }

    /** The same terms at an agreed price, when there is one. */
    static @Nullable RatingTerms priced(@Nullable RatingTerms terms, @Nullable BigDecimal own) {
        return terms == null || own == null ? terms : terms.at(own);
    }
}
