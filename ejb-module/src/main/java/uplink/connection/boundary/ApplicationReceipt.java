package uplink.connection.boundary;

/**
 * What an applicant is told at once.
 *
 * @param number to quote on the telephone
 */
public record ApplicationReceipt(String number) {}
