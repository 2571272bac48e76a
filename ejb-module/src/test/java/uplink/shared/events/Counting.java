package uplink.shared.events;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** A consumer whose effect can be counted: a row of daily_figures grows by one for each event. */
final class Counting implements EventHandler {

    private final String consumer = "test-" + Ids.next();
    private final DataSource database;
    private final Consumer<Event> first;
    private final Predicate<Event> concern;

    Counting(DataSource database, Consumer<Event> first) {
        this(database, first, event -> true);
    }

    Counting(DataSource database, Consumer<Event> first, Predicate<Event> concern) {
        this.concern = concern;
        this.database = database;
        this.first = first;
    }

    @Override
    public String consumer() {
        return consumer;
    }

    @Override
    public boolean concerns(Event event) {
        return concern.test(event);
    }

    @Override
    public void on(Event event) {
        Sql.in(database)
                .update(
                        """
                        insert into daily_figures as f (day, figure, shard, count) values ('2026-12-01', ?, 0, 1)
                        on conflict (day, figure, shard) do update set count = f.count + 1""",
                        consumer);
        first.accept(event);
    }

    long effects() {
        return Sql.in(database).number("select sum(count) from daily_figures where figure = ?", consumer);
    }

    List<UUID> inbox() {
        return Sql.in(database)
                .list("select event_id from inbox where consumer = ?", row -> row.getObject(1, UUID.class), consumer);
    }
}
