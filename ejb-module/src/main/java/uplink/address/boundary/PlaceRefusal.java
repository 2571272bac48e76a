package uplink.address.boundary;

import uplink.shared.Text;

/**
 * A line of a file that is refused, and why.
 *
 * @param line from 1 with the header
 * @param column as the header names it; empty: the line as a whole
 */
public record PlaceRefusal(int line, String column, Text reason) {}
