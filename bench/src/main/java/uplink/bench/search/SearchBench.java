package uplink.bench.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import uplink.bench.Cluster;
import uplink.bench.Provider;
import uplink.customer.control.CustomerLists;
import uplink.shared.Sql;

/**
 * Finds customers by fragments as people type them, the way the console's search field does; the floor is one query by hand
 * on the same search line and index that fetches the ids of as many hits, and nothing else.
 */
public final class SearchBench {

    private static final String DATABASE = "searched";
    private static final int HITS = 12;
    private static final int BUDGET = 150;

    /** @param sql condition of the floor's query */
    private record Probe(String what, String typed, String sql) {}

    private record Measured(Probe probe, List<Double> ours, List<Double> floor, int found) {}

    private final Cluster cluster;
    private final Provider provider;

    public SearchBench(Cluster cluster, Provider provider) {
        this.cluster = cluster;
        this.provider = provider;
    }

    /** Asks each question that often and answers the times as a report. */
    public String measure(int rounds) throws SQLException {
        cluster.createWithSchema(DATABASE);
        new Provider(
                        provider.size(),
                        provider.seed(),
                        LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1))
                .create(cluster.superuser(DATABASE));
        people(cluster.superuser(DATABASE));
        String lists;
        List<Measured> measured = new ArrayList<>();
        try (Connection connection = cluster.application(DATABASE).getConnection()) { // one of the pool's
            Sql sql = Sql.on(connection);
            for (Probe probe : probes(sql)) {
                measured.add(measure(sql, probe, Math.max(20, rounds * 20)));
            }
            lists = new ListFigures(sql).measure(Math.max(5, rounds));
        }
        cluster.drop(DATABASE);
        return report(measured) + lists;
    }

    /** Names, phones and addresses as various as those of a town, in the search line that the product keeps. */
    private static void people(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql sql = Sql.on(connection);
            sql.update(
                    """
                    update customers c set
                        full_name = (array['Иванов','Петров','Сидоров','Кузнецов','Смирнов','Попов','Лебедев','Новиков',
                            'Морозов','Волков','Зайцев','Соловьёв','Ёлкин','Щукин','Юдин','Цветков'])[1 + n % 16]
                            || ' ' || (array['Пётр','Иван','Анна','Мария','Олег','Вера','Семён','Ольга'])[1 + n / 16 % 8]
                            || ' ' || substr(md5(n::text), 1, 6),
                        phone = '+79' || lpad((n::bigint * 7919 % 1000000000)::text, 9, '0')
                    from (select id, row_number() over (order by id)::int as n from customers) x where x.id = c.id""");
            sql.update(
                    """
                    update addresses a set city = 'Светлогорск',
                        street = (array['ул. Лесная','ул. Зелёная','пр. Мира','ул. Гагарина','ул. Садовая',
                            'наб. Речная'])[1 + n % 6],
                        house = (1 + n / 6 % 190)::text
                    from (select id, row_number() over (order by id)::int as n from addresses) x where x.id = a.id""");
            sql.first("select refresh_customer_search(array(select id from customers))", row -> true);
            sql.update("analyze customers");
            sql.update("analyze customer_search");
            ListFigures.prepare(sql);
        }
    }

    private static List<Probe> probes(Sql sql) {
        String somebody = "from customers order by id offset (select count(*) / 2 from customers) limit 1";
        String name = one(sql, "select split_part(full_name, ' ', 3) " + somebody);
        String phone = one(sql, "select right(phone, 7) " + somebody);
        String contract = one(sql, "select contract_number " + somebody);
        return List.of(
                probe("a rare fragment of a name", name.substring(1), "%" + name.substring(1) + "%"),
                probe("a frequent name", "иванов", "%иванов%"),
                probe("two signs", "щу", "% щу%"),
                probe("a telephone's last seven digits", phone, "%" + phone + "%"),
                probe("a contract number", contract, "%" + contract.toLowerCase(Locale.ROOT) + "%"),
                new Probe("a street and a house", "лесная 117", "content like '%лесная%' and content like '%117%'"),
                new Probe(
                        "a name and a street",
                        "елкин анна речная",
                        "content like '%елкин%' and content like '%анна%' and content like '%речная%'"),
                probe("what nobody has", "щщщъъъ", "%щщщъъъ%"));
    }

    private static Probe probe(String what, String typed, String pattern) {
        return new Probe(what, typed, "content like '" + pattern + "'");
    }

    private static String one(Sql sql, String query) {
        return sql.first(query, row -> row.getString(1)).orElseThrow();
    }

    private static Measured measure(Sql sql, Probe probe, int rounds) {
        CustomerLists lists = new CustomerLists(sql);
        String floor = "select customer_id from customer_search where " + probe.sql() + " limit " + HITS;
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            found = lists.search(probe.typed(), HITS).size();
            long between = System.nanoTime();
            sql.list(floor, row -> row.getObject(1, UUID.class));
            ours.add((between - begun) / 1e6);
            theirs.add((System.nanoTime() - between) / 1e6);
        }
        return new Measured(probe, ours, theirs, found);
    }

    private String report(List<Measured> measured) {
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                "%n## Search among %,d customers (budget: %d ms)%n%n"
                        + "| typed | hits shown | median, ms | p95, ms | plain SQL: median, ms |%n|---|---|---|---|---|%n",
                provider.customers(),
                BUDGET));
        for (Measured one : measured) {
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f |%n",
                    one.probe().what(),
                    one.found(),
                    at(one.ours(), 50),
                    at(one.ours(), 95),
                    at(one.floor(), 50)));
        }
        boolean held = measured.stream().allMatch(one -> at(one.ours(), 95) <= BUDGET);
        return page.append(held ? "\nThe budget is held by each.\n" : "\nThe budget is not held by each.\n")
                .toString();
    }

    static double at(List<Double> times, int percent) {
        return times.stream()
                .sorted()
                .toList()
                .get(IntStream.of(times.size() * percent / 100, times.size() - 1)
                        .min()
                        .orElseThrow());
    }
}
