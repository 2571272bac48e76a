package uplink.billing.refund.control;

import java.math.BigDecimal;
import uplink.shared.Sql;

/** Above that sum a refund or a correction by hand needs a second person. Kept as a setting. */
public final class Threshold {

    private static final String KEY = "approval.above";

    private Threshold() {}

    public static BigDecimal of(Sql sql) {
        return sql.first("select value::numeric(14, 2) from settings where key = ?", row -> row.getBigDecimal(1), KEY)
                .orElse(BigDecimal.ZERO);
    }

    /** Whether so much, in either direction, needs a second person. */
    public static boolean isPassed(Sql sql, BigDecimal amount) {
        return amount.abs().compareTo(of(sql)) > 0;
    }

    public static void set(Sql sql, BigDecimal above) {
        sql.update(
                """
                insert into settings (key, value) values (?, ?)
                on conflict (key) do update set value = excluded.value, updated_at = now()""",
                KEY,
                above.toPlainString());
    }
}
