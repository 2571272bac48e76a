package uplink.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.FieldError;
import uplink.shared.ProblemType;

class ApiJsonTest {

    enum Kind implements Coded {
        CREDIT_NOTE,
        PLAIN
    }

    record Line(BigDecimal price, Kind kind) {}

    record Order(
            String name,
            @Nullable String note,
            int count,
            boolean urgent,
            @Nullable BigDecimal amount,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime at,
            @Nullable List<Line> lines) {}

    record Answer(
            BigDecimal amount,
            Kind kind,
            @Nullable String nextCursor,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String customerId) {}

    @Test
    void decimalsAreStringsCodesAreWordsAndNullsAreShown() throws Exception {
        assertEquals(
                "{\"amount\":\"1000000000.10\",\"kind\":\"credit-note\",\"nextCursor\":null}",
                ApiJson.mapper()
                        .writeValueAsString(new Answer(new BigDecimal("1000000000.10"), Kind.CREDIT_NOTE, null, null)));
        assertEquals("\"100000\"", ApiJson.mapper().writeValueAsString(new BigDecimal("1E5")));
    }

    @Test
    void whatIsRightIsRead() throws Exception {
        Order order = read(
                """
                {"name":"n","count":1,"urgent":true,"amount":"-12.50","day":"2026-02-28",
                 "at":"2026-12-01T00:05:00+03:00","lines":[{"price":"0","kind":"plain"}]}""");
        assertEquals(new BigDecimal("-12.50"), order.amount());
        assertEquals(3, order.at().getOffset().getTotalSeconds() / 3600, "the offset is kept");
        assertEquals(Kind.PLAIN, order.lines().get(0).kind());
        assertNull(order.note());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`x`:1,`name`:`n`,`count`:1,`urgent`:true} | x | unknown-field",
                "{`count`:1,`urgent`:true} | name | required",
                "{`name`:null,`count`:1,`urgent`:true} | name | required",
                "{`name`:`n`,`urgent`:true} | count | required",
                "{`name`:`n`,`count`:null,`urgent`:true} | count | required",
                "{`name`:7,`count`:1,`urgent`:true} | name | format",
                "{`name`:true,`count`:1,`urgent`:true} | name | format",
                "{`name`:`n`,`count`:`1`,`urgent`:true} | count | format",
                "{`name`:`n`,`count`:1.5,`urgent`:true} | count | format",
                "{`name`:`n`,`count`:1,`urgent`:`true`} | urgent | format",
                "{`name`:`n`,`count`:1,`urgent`:1} | urgent | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`amount`:12.5} | amount | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`amount`:12} | amount | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`amount`:`1e3`} | amount | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`amount`:`1,5`} | amount | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`amount`:` 1`} | amount | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`amount`:``} | amount | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`day`:`2026-02-30`} | day | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`day`:``} | day | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`day`:20260228} | day | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`lines`:{}} | lines | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`lines`:[{`price`:`1`,`kind`:`PLAIN`}]} | lines[0].kind | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`lines`:[{`price`:`1`,`kind`:0}]} | lines[0].kind | format",
                "{`name`:`n`,`count`:1,`urgent`:true,`lines`:[{`kind`:`plain`}]} | lines[0].price | required",
            })
    void whatIsWrongIsRefusedWithItsPath(String json, String field, String complaint) {
        BusinessException refused = refusal(json.replace('`', '"'));
        assertEquals(ProblemType.VALIDATION, refused.type());
        FieldError error = refused.errors().get(0);
        assertEquals(field, error.field());
        assertEquals("shared.validation." + complaint, error.message().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{", "nonsense", "{\"name\":\"a\",\"name\":\"b\"}",
                        "{\"name\":\"n\",\"count\":1,\"urgent\":true}{}",
                "{'name':'n'}", "[]", "7", "{\"name\":\"n\",}", "\u0000"
            })
    void whatIsNoJsonObjectIsMalformed(String json) {
        assertEquals(ProblemType.MALFORMED, refusal(json).type());
    }

    @Test
    void deepNestingIsMalformed() {
        assertEquals(
                ProblemType.MALFORMED, refusal("[".repeat(40) + "]".repeat(40)).type());
        String deep = "{\"name\":\"n\",\"count\":1,\"urgent\":true,\"x\":" + "[".repeat(40) + "]".repeat(40) + "}";
        assertEquals(400, refusal(deep).type().status());
    }

    @Test
    void refusalsNeverEchoTheValue() {
        String text = refusal("{\"name\":\"n\",\"count\":\"s3cret-value\",\"urgent\":true}")
                .errors()
                .get(0)
                .message()
                .in(Locale.ENGLISH);
        assertEquals("Wrong format.", text);
    }

    private static Order read(String json) throws JsonProcessingException {
        return ApiJson.mapper().readValue(json, Order.class);
    }

    private static BusinessException refusal(String json) {
        return JsonRefusals.of(assertThrows(JsonProcessingException.class, () -> read(json)));
    }
}
