package uplink.customer.boundary;

import uplink.shared.Text;

/**
 * Why a row was refused.
 *
 * @param line of the file, counted from 1 with the header
 * @param column as the header names it
 * @param reason stable code
 * @param message the reason in words
 */
public record ImportRefusal(int line, String column, String reason, Text message) {}
