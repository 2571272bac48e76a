package uplink.analytics.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import uplink.shared.Sql;

/** What a group of events adds to the daily figures: one statement for each figure of a day, however many events. */
final class Tally {

    private record Key(LocalDate day, Figure figure) {}

    private record Sum(long count, BigDecimal amount) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, amount.add(other.amount));
        }
    }

    /** In order, so that two transactions cannot wait for each other. */
    private final Map<Key, Sum> sums =
            new TreeMap<>(Comparator.comparing(Key::day).thenComparing(Key::figure));

    void add(LocalDate day, Figure figure, BigDecimal amount) {
        sums.merge(new Key(day, figure), new Sum(1, amount), Sum::plus);
    }

    /** Each database session has its own shard, more or less: writers do not meet on a row. */
    void save(Sql sql) {
        sums.forEach((key, sum) -> sql.update(
                """
                insert into daily_figures as f (day, figure, shard, count, amount)
                values (?, ?, pg_backend_pid() % 32, ?, ?)
                on conflict (day, figure, shard) do update
                set count = f.count + excluded.count, amount = f.amount + excluded.amount""",
                key.day(), key.figure().code(), sum.count(), sum.amount()));
    }
}
