package uplink.billing.refund.boundary;

/**
 * Whose account at a bank money is paid out to.
 *
 * @param name the holder's, at most 160 characters
 * @param account twenty digits, with the check digit that belongs to the bank
 * @param bic the bank's, nine digits
 */
public record Payee(String name, String account, String bic) {}
