package uplink.customer.boundary;

import java.util.List;

/**
 * The customers that a filter finds, as a query: whoever freezes a set of them puts it into a statement of its own, so that no
 * list of a million ids goes through the program.
 *
 * @param query answers their ids, in one column
 * @param parameters of the query, in its order
 */
public record CustomerSelection(String query, List<Object> parameters) {

    public CustomerSelection {
        parameters = List.copyOf(parameters);
    }
}
