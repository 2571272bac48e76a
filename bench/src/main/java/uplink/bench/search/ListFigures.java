package uplink.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerQuery.Sort;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.control.CustomerLists;
import uplink.customer.control.DuplicateRows;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * What the console asks the database for to show one page of its list of customers: the rows and how many there are, two
 * statements, with each order and filter that the page has; and the nightly search for duplicates.
 */
final class ListFigures {

    private static final int SIZE = 20;
    private static final int BUDGET = 300;
    private static final String TAG = "vip";

    private record View(String what, CustomerQuery query) {}

    private final Sql sql;

    ListFigures(Sql sql) {
        this.sql = sql;
    }

    /** Debtors, companies, closed and tagged ones among those who are there, and some who are entered twice. */
    static void prepare(Sql sql) {
        sql.update("update customers set balance = -300 where right(id::text, 1) = '0'");
        sql.update("update customers set kind = 'company' where right(id::text, 2) = '1a'");
        sql.update("update customers set status = 'closed' where right(id::text, 2) = '2b'");
        sql.update("insert into customer_tags select id, ? from customers where right(id::text, 2) = '3c'", TAG);
        sql.update(
                """
                update customers c set phone = o.phone from (
                    select id, phone, lead(id) over (order by id) as next from customers) o
                where c.id = o.next and right(c.id::text, 2) = '4d'""");
        sql.update("analyze customers");
        sql.update("analyze customer_tags");
    }

    String measure(int rounds) {
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                "%n## The console's list of customers (budget of a page: %d ms, 5 statements)%n%n"
                        + "| shown | of | rows, ms: median, longest | count, ms: median, longest |%n|---|---|---|---|%n",
                BUDGET));
        boolean held = true;
        CustomerLists lists = new CustomerLists(sql);
        for (View view : views(lists.count(CustomerQuery.newest(SIZE)))) {
            List<Double> rows = new ArrayList<>();
            List<Double> counts = new ArrayList<>();
            long found = 0;
            for (int i = 0; i < rounds; i++) {
                long begun = System.nanoTime();
                lists.list(view.query());
                long between = System.nanoTime();
                found = lists.count(view.query());
                rows.add((between - begun) / 1e6);
                counts.add((System.nanoTime() - between) / 1e6);
            }
            held &= SearchBench.at(rows, 95) + SearchBench.at(counts, 95) <= BUDGET;
            page.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.1f, %.1f | %.1f, %.1f |%n",
                    view.what(),
                    found,
                    SearchBench.at(rows, 50),
                    SearchBench.at(rows, 100),
                    SearchBench.at(counts, 50),
                    SearchBench.at(counts, 100)));
        }
        return page.append(held ? "\nThe budget is held by each.\n" : "\nThe budget is not held by each.\n")
                .append(duplicates())
                .toString();
    }

    private String duplicates() {
        long begun = System.nanoTime();
        int found = new DuplicateRows(sql).find(SystemTime.now());
        return String.format(
                Locale.ROOT,
                "%nThe night's search for duplicates: %,d pairs in %.1f s.%n",
                found,
                (System.nanoTime() - begun) / 1e9);
    }

    private static List<View> views(long all) {
        return List.of(
                view("newest first", null, null, null, false, Sort.CREATED, 0),
                view("by name", null, null, null, false, Sort.NAME, 0),
                view("by contract", null, null, null, false, Sort.CONTRACT_NUMBER, 0),
                view("by balance", null, null, null, false, Sort.BALANCE, 0),
                view("by name, in the middle", null, null, null, false, Sort.NAME, (int) (all / 2)),
                view("newest first, the last page", null, null, null, false, Sort.CREATED, (int) all - SIZE),
                view("debtors by balance", null, null, null, true, Sort.BALANCE, 0),
                view("closed by name", CustomerStatus.CLOSED, null, null, false, Sort.NAME, 0),
                view("companies by name", null, CustomerKind.COMPANY, null, false, Sort.NAME, 0),
                view("with a tag, newest first", null, null, TAG, false, Sort.CREATED, 0));
    }

    private static View view(
            String what,
            @Nullable CustomerStatus status,
            @Nullable CustomerKind kind,
            @Nullable String tag,
            boolean debt,
            Sort sort,
            int first) {
        return new View(
                what, new CustomerQuery(null, status, kind, tag, debt, sort, sort != Sort.CREATED, first, SIZE));
    }
}
