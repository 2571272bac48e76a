package uplink.bulk.control;

/** What a kind of work does to one item. Its customer is locked; whatever is refused is thrown. */
public interface Act {

    Outcome act(Item item);

    /** The same to see what comes of it: what is done is rolled back. */
    default Outcome rehearse(Item item) {
        return act(item);
    }

    /** Takes back what {@link #act} did. */
    Outcome undo(Item item);
}
