package uplink.catalog.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TaxClass;
import uplink.catalog.boundary.TaxMode;
import uplink.catalog.boundary.TaxRate;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Tax classes and their rates. */
public final class TaxRows {

    private record Row(
            String code,
            String nameRu,
            String nameEn,
            @Nullable LocalDate from,
            @Nullable BigDecimal rate,
            @Nullable String mode) {}

    private final Sql sql;

    public TaxRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    public Set<String> codes() {
        return new HashSet<>(sql.list("select code from tax_classes", row -> row.getString(1)));
    }

    /** By code. */
    public List<TaxClass> all() {
        Map<String, TaxClass> classes = new LinkedHashMap<>();
        sql.list(
                        """
                        select c.code, c.name_ru, c.name_en, r.valid_from, r.rate, r.mode
                        from tax_classes c left join tax_rates r on r.tax_class = c.code order by c.code, r.valid_from""",
                        row -> new Row(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getBigDecimal(5),
                                row.getString(6)))
                .forEach(row -> classes.merge(row.code(), taxClass(row), TaxRows::together));
        return List.copyOf(classes.values());
    }

    private static TaxClass taxClass(Row row) {
        List<TaxRate> rates = row.from() == null || row.rate() == null || row.mode() == null
                ? List.of()
                : List.of(new TaxRate(row.from(), row.rate(), Coded.of(TaxMode.class, row.mode())));
        return new TaxClass(row.code(), row.nameRu(), row.nameEn(), rates);
    }

    private static TaxClass together(TaxClass a, TaxClass b) {
        List<TaxRate> rates = new ArrayList<>(a.rates());
        rates.addAll(b.rates());
        return new TaxClass(a.code(), a.nameRu(), a.nameEn(), rates);
    }

    public void addClass(TaxClass taxClass) {
        sql.update(
                "insert into tax_classes (code, name_ru, name_en) values (?, ?, ?)",
                taxClass.code(),
                taxClass.nameRu(),
                taxClass.nameEn());
    }

    public void addRate(String taxClass, TaxRate rate) {
        sql.update(
                "insert into tax_rates (tax_class, valid_from, rate, mode) values (?, ?, ?, ?)",
                taxClass,
                rate.validFrom(),
                rate.rate(),
                rate.mode().code());
    }
}
