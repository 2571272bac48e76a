package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wire format by itself; {@link CopyRowsTest} has PostgreSQL read it. */
class BinaryNumericTest {

    @ParameterizedTest
    @CsvSource({
        // value, groups, weight, negative, scale
        "0,                     '',              -1, false, 0",
        "0.00,                  '',              -2, false, 2",
        "1,                     '1',              0, false, 0",
        "-1,                    '1',              0, true,  0",
        "0.01,                  '100',           -1, false, 2",
        "12.50,                 '12 5000',        0, false, 2",
        "9999,                  '9999',           0, false, 0",
        "10000,                 '1 0',            1, false, 0",
        "-123456789.99,         '1 2345 6789 9900', 2, true, 2",
        "0.00010002,            '1 2',           -1, false, 8",
        "1E+3,                  '1000',           0, false, 0",
        "9223372036854775807,   '922 3372 368 5477 5807', 4, false, 0",
        "9223372036854775808,   '922 3372 368 5477 5808', 4, false, 0",
        "92233720368547758070001, '922 3372 368 5477 5807 1', 5, false, 0",
    })
    void groupsOfFourDigits(String value, String groups, int weight, boolean negative, int scale) {
        BinaryNumeric number = BinaryNumeric.of(new BigDecimal(value));
        StringBuilder found = new StringBuilder();
        for (short group : number.groups()) {
            found.append(found.isEmpty() ? "" : " ").append(group);
        }
        assertEquals(groups, found.toString());
        assertEquals(weight, number.weight());
        assertEquals(negative, number.negative());
        assertEquals(scale, number.scale());
    }

    @ParameterizedTest
    @CsvSource({"12.50, 0", "-12.50, 16384"})
    void asBytes(String value, int sign) {
        BinaryNumeric number = BinaryNumeric.of(new BigDecimal(value));
        byte[] bytes = new byte[number.length() + 3];
        assertEquals(number.length() + 3, number.write(bytes, 3));
        byte[] expected = ByteBuffer.allocate(15)
                .put(new byte[3])
                .putShort((short) 2)
                .putShort((short) 0)
                .putShort((short) sign)
                .putShort((short) 2)
                .putShort((short) 12)
                .putShort((short) 5000)
                .array();
        assertArrayEquals(expected, bytes);
    }
}
