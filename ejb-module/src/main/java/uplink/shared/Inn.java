package uplink.shared;

/**
 * The taxpayer number ИНН: 10 digits for a company, 12 for a person, the last one or two of them check digits (Order
 * of the Federal Tax Service ЕД-7-14/559 of 26 June 2025 and its forerunners).
 */
public final class Inn {

    private static final int[] TENTH = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    private Inn() {}

    /** Whether it is the number of a company. */
    public static boolean isCompanys(String inn) {
        return inn.matches("[0-9]{10}") && checks(inn, TENTH);
    }

    /** Whether it is the number of a person; people in business have such numbers, too. */
    public static boolean isPersons(String inn) {
        return inn.matches("[0-9]{12}") && checks(inn, ELEVENTH) && checks(inn, TWELFTH);
    }

    private static boolean checks(String inn, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (inn.charAt(i) - '0');
        }
        return sum % 11 % 10 == inn.charAt(weights.length) - '0';
    }
}
