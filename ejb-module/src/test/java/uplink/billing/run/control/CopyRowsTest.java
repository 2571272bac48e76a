package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import uplink.shared.Sql;
import uplink.testing.Tx;

class CopyRowsTest {

    @Test
    void whateverIsAddedArrivesAsItWas() {
        String odd = "tab\t line\n return\r back\\slash quote\" Ёлка \u0001 🙂 \\N";
        List<String> found = Tx.run(c -> {
            Sql.on(c).update("create temp table copied (a text, b numeric, c text) on commit drop");
            CopyRows rows = new CopyRows("copied (a, b, c)");
            for (int i = 0; i < 2000; i++) {
                rows.add(odd).add(new BigDecimal("1E+3")).add(null).end();
            }
            rows.send(c);
            rows.add("second").add(BigDecimal.ONE).add("").end();
            rows.send(c);
            return Sql.on(c)
                    .list(
                            "select a, b, coalesce(c, 'null'), count(*) from copied group by 1, 2, 3 order by 2 desc",
                            row -> row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3) + "|"
                                    + row.getString(4));
        });
        assertEquals(List.of(odd + "|1000|null|2000", "second|1||1"), found);
    }
}
