package uplink.address.boundary;

import uplink.shared.Text;

/**
 * A line of a file that is refused, and why.
 *
 * @param line from 1 with the header; of the state's register the how manyth place it is
 * @param column as the header names it; empty: the line as a whole; of the register the number of the object
 */
public record PlaceRefusal(int line, String column, Text reason) {}
