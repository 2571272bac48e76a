package uplink.connection.boundary;

import java.util.List;

/**
 * A state on the board.
 *
 * @param count how many applications are in it
 * @param cards the first of them: the ones that wait longest, or the last decided
 */
public record BoardColumn(ApplicationStatus status, long count, List<Application> cards) {

    public BoardColumn {
        cards = List.copyOf(cards);
    }

    /** Whether there are more than are shown. */
    public boolean isCut() {
        return count > cards.size();
    }
}
