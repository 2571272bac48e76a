package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.Sql;
import uplink.testing.Tx;

class CopyRowsTest {

    @Test
    void whateverIsAddedArrivesAsItWas() {
        String odd = "tab\t line\n return\r back\\slash quote\" Ёлка \u0001 🙂 \\N";
        List<String> found = Tx.run(c -> {
            Sql.on(c).update("create temp table copied (a text, b numeric, c text) on commit drop");
            CopyRows rows = new CopyRows("copied", "a, b, c");
            for (int i = 0; i < 2000; i++) {
                rows.add(odd).add(new BigDecimal("1E+3")).add((String) null).end();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "0.01",
                "-0.01",
                "1",
                "12.5",
                "9999",
                "10000",
                "10000.0001",
                "123456789.99",
                "-999999999999.99",
                "100000000",
                "0.00010002",
                "99999999999999999999999999999999.123456789",
                "-340282366920938463463374607431768211456"
            })
    void numbersKeepValueAndScale(String number) {
        assertEquals(number, copied("numeric", rows -> rows.add(new BigDecimal(number))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2000-01-01", "2024-02-29", "2049-12-31"})
    void days(String day) {
        assertEquals(day, copied("date", rows -> rows.add(LocalDate.parse(day))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59.999999Z", "2026-12-01T00:05:00.123456Z"})
    void instants(String instant) {
        assertEquals(
                Instant.parse(instant),
                Instant.parse(copied(
                        "timestamptz",
                        "to_char(v at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
                        rows -> rows.add(Instant.parse(instant)))));
    }

    @Test
    void idsAndDocuments() {
        UUID id = UUID.fromString("0193f000-89ab-7cde-8f01-23456789abcd");
        assertEquals(id.toString(), copied("uuid", rows -> rows.add(id)));
        assertEquals("{\"a\": \"Ё\"}", copied("jsonb", rows -> rows.addJson("{\"a\":\"Ё\"}")));
    }

    @Test
    void nothing() {
        for (var add : Stream.<UnaryOperator<CopyRows>>of(
                        rows -> rows.add((UUID) null),
                        rows -> rows.add((String) null),
                        rows -> rows.add((LocalDate) null),
                        rows -> rows.add((Instant) null))
                .toList()) {
            assertEquals("null", copied("text", "coalesce(v, 'null')", add));
        }
    }

    @Test
    void aRowOfTheWrongWidthIsRefusedBeforeItIsSent() {
        CopyRows rows = new CopyRows("copied", "a, b");
        assertThrows(IllegalStateException.class, () -> rows.add("only one").end());
    }

    private static String copied(String type, UnaryOperator<CopyRows> add) {
        return copied(type, "v::text", add);
    }

    private static String copied(String type, String shown, UnaryOperator<CopyRows> add) {
        return Tx.run(c -> {
            Sql.on(c).update("create temp table copied (v " + type + ") on commit drop");
            CopyRows rows = new CopyRows("copied", "v");
            add.apply(rows).end();
            rows.send(c);
            return Sql.on(c)
                    .first("select " + shown + " from copied", row -> row.getString(1))
                    .orElseThrow();
        });
    }
}
