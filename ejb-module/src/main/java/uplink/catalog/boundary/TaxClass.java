package uplink.catalog.boundary;

import java.util.List;

/** A tax class with its rates, oldest first. */
public record TaxClass(String code, String nameRu, String nameEn, List<TaxRate> rates) {

    public TaxClass {
        rates = List.copyOf(rates);
    }
}
