package uplink.bulk.control;

import uplink.customer.boundary.CustomerTags;
import uplink.shared.Text;

/** A tag more, or less. */
public final class TagAct implements Act {

    private final CustomerTags tags;
    private final String tag;
    private final boolean more;

    public TagAct(CustomerTags tags, String tag, boolean more) {
        this.tags = tags;
        this.tag = tag;
        this.more = more;
    }

    @Override
    public Outcome act(Item item) {
        return turn(item, more);
    }

    @Override
    public Outcome undo(Item item) {
        return turn(item, !more);
    }

    private Outcome turn(Item item, boolean on) {
        boolean changed = on ? tags.add(item.customerId(), tag) : tags.remove(item.customerId(), tag);
        return changed ? Outcome.changed() : Outcome.nothing(Text.of(on ? "bulk.tag.there" : "bulk.tag.not-there"));
    }
}
