package uplink.shared;

import java.math.BigInteger;

/**
 * The number of a state registration: ОГРН of a company, 13 digits, or ОГРНИП of a person in business, 15 digits, the last
 * one a check digit (Order of the Ministry of Finance 165н of 30 October 2017).
 */
public final class Ogrn {

    private Ogrn() {}

    /** Whether it is the number of a company. */
    public static boolean isCompanys(String ogrn) {
        return ogrn.matches("[0-9]{13}") && checks(ogrn, 11);
    }

    /** Whether it is the number of a person in business. */
    public static boolean isPersons(String ogrn) {
        return ogrn.matches("[0-9]{15}") && checks(ogrn, 13);
    }

    private static boolean checks(String ogrn, int divisor) {
        int last = ogrn.length() - 1;
        int rest = new BigInteger(ogrn.substring(0, last))
                .mod(BigInteger.valueOf(divisor))
                .intValue();
        return rest % 10 == ogrn.charAt(last) - '0';
    }
}
