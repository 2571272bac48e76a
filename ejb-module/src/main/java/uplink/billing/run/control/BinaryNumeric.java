package uplink.billing.run.control;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A number as PostgreSQL's {@code numeric_send} writes it: groups of four decimal digits, aligned to the decimal point.
 *
 * @param groups the highest first, 0 to 9999 each
 * @param weight place of the first group: 0 stands just before the decimal point
 * @param scale digits after the decimal point that are shown
 */
record BinaryNumeric(short[] groups, int weight, boolean negative, int scale) {

    private static final int DIGITS = 4;
    private static final int BASE = 10_000;
    private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
    private static final int HEAD = 4 * Short.BYTES;
    private static final int NEGATIVE = 0x4000;

    static BinaryNumeric of(BigDecimal value) {
        int scale = Math.max(value.scale(), 0);
        int after = (scale + DIGITS - 1) / DIGITS;
        BigInteger digits = value.setScale(after * DIGITS, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .abs();
        short[] groups = digits.bitLength() < Long.SIZE ? small(digits.longValue()) : large(digits);
        return new BinaryNumeric(groups, groups.length - after - 1, value.signum() < 0, scale);
    }

    private static short[] small(long digits) {
        int count = 0;
        for (long rest = digits; rest > 0; rest /= BASE) {
            count++;
        }
        short[] groups = new short[count];
        long rest = digits;
        for (int i = count - 1; i >= 0; i--) {
            groups[i] = (short) (rest % BASE);
            rest /= BASE;
        }
        return groups;
    }

    private static short[] large(BigInteger digits) {
        BigInteger[] parts = digits.divideAndRemainder(BIG_BASE);
        short[] higher = parts[0].bitLength() < Long.SIZE ? small(parts[0].longValue()) : large(parts[0]);
        short[] groups = Arrays.copyOf(higher, higher.length + 1);
        groups[higher.length] = parts[1].shortValue();
        return groups;
    }

    /** In bytes. */
    int length() {
        return HEAD + groups.length * Short.BYTES;
    }

    /** Writes it and answers the place after it. */
    int write(byte[] into, int at) {
        int next = put(into, at, groups.length);
        next = put(into, next, weight);
        next = put(into, next, negative ? NEGATIVE : 0);
        next = put(into, next, scale);
        for (short group : groups) {
            next = put(into, next, group);
        }
        return next;
    }

    private static int put(byte[] into, int at, int value) {
        into[at] = (byte) (value >> 8);
        into[at + 1] = (byte) value;
        return at + 2;
    }
}
