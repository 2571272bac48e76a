package uplink.customer.boundary;

import java.util.List;

/**
 * What a merge would do; nothing is done.
 *
 * @param kept who stays
 * @param other who becomes a pointer to that one
 * @param obstacles why it cannot be done yet; empty: it can
 * @param choices field by field
 * @param moves what goes to the one who stays, things of which there are none left out
 * @param stays what is left in the past of the one who goes, where it is found by a link
 */
public record MergePreview(
        DuplicateSide kept,
        DuplicateSide other,
        int keptVersion,
        int otherVersion,
        List<MergeObstacle> obstacles,
        List<MergeChoice> choices,
        List<MergeThing> moves,
        List<MergeThing> stays) {

    public MergePreview {
        obstacles = List.copyOf(obstacles);
        choices = List.copyOf(choices);
        moves = List.copyOf(moves);
        stays = List.copyOf(stays);
    }
}
