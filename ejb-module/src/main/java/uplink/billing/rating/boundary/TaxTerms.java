package uplink.billing.rating.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How a line is taxed: the rates of one tax class, oldest first. Before the first of them there is no tax. */
public record TaxTerms(List<TaxRate> rates) {

    /** No tax at all. */
    public static final TaxTerms NONE = new TaxTerms(List.of());

    public TaxTerms {
        rates = List.copyOf(rates);
    }

    /** One rate for all time. */
    public static TaxTerms flat(TaxMode mode, BigDecimal percent) {
        return new TaxTerms(List.of(new TaxRate(LocalDate.MIN, mode, percent)));
    }

    /** The rate that holds on a day. */
    public TaxRate on(LocalDate day) {
        for (int i = rates.size() - 1; i >= 0; i--) {
            if (!rates.get(i).from().isAfter(day)) {
                return rates.get(i);
            }
        }
        return TaxRate.NIL;
    }
}
