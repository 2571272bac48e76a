package uplink.shared;

/**
 * Numbers of Russian banks and accounts. An account's ninth digit is a check digit that depends on the bank: "Порядок
 * расчета контрольного ключа в номере лицевого счета" (Bank of Russia, 08.09.1997, № 515).
 */
public final class BankDigits {

    private static final int[] WEIGHTS = {7, 1, 3};

    private BankDigits() {}

    /** Nine digits, the first two of them the country or the kind of participant. */
    public static boolean isBic(String bic) {
        return bic.matches("0[0-4][0-9]{7}");
    }

    /** A customer's account at that bank. */
    public static boolean isAccount(String account, String bic) {
        return account.matches("[0-9]{20}") && isBic(bic) && isRight(bic.substring(6) + account);
    }

    /** The bank's own account at the Bank of Russia; it ends like the bank's BIC. */
    public static boolean isCorrespondent(String account, String bic) {
        return account.matches("301[0-9]{17}")
                && isBic(bic)
                && account.endsWith(bic.substring(6))
                && isRight("0" + bic.substring(4, 6) + account);
    }

    private static boolean isRight(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i % WEIGHTS.length] % 10;
        }
        return sum % 10 == 0;
    }
}
