package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the demo provider has to show. */
class DemoProviderTest {
    private final LiveUplink uplink = LiveUplink.shared();

    @Test
    void whoeverCanSignInHasMonthsOfInvoicesAndOneToPay() throws SQLException {
        List<String> customers = rows(
                """
                select u.email || ' ' || (count(distinct date_trunc('month', i.issued_on)) >= 2)
                    || ' ' || (bool_or(i.status in ('pending', 'overdue')) -- or somebody has paid it, in another test
                        or exists (select 1 from payments p where p.customer_id = c.id and p.created_by is not null))
                from users u join customers c on c.user_id = u.id join invoices i on i.customer_id = c.id
                where u.email like 'customer%@demo.uplink' group by u.email, c.id order by u.email""");
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            expected.add("customer" + i + "@demo.uplink true true");
        }
        assertEquals(expected, customers);
    }

    @Test
    void whatWasNotPaidInTimeIsOverdueAndWasAnnouncedOnItsNight() throws SQLException {
        assertEquals(
                List.of(),
                rows("select number from invoices where status = 'pending' and due_date < current_date - 1"));
        Waiting.until("each billing day of the past has its own", Duration.ofMinutes(3), () -> overdueDays() > 5);
    }

    @Test
    void somebodyWithAUserIsSuspendedForDebtAndNobodyWhoIsNotFitToBe() throws SQLException {
        assertEquals(
                List.of("customer9@demo.uplink"),
                rows(
                        """
                        select distinct u.email from suspensions s join customers c on c.id = s.customer_id
                        join users u on u.id = c.user_id
                        where u.email like '%@demo.uplink' and s.began_at < now() - interval '6 days'"""));
        int suspended =
                rows("select distinct customer_id::text from suspensions where began_at < now() - interval '6 days'")
                        .size();
        assertTrue(suspended > 2 && suspended < 25, "a few: " + suspended);
    }

    /** They come by events, which a busy machine has not worked off when the demo is ready. */
    private int overdueDays() {
        try {
            return rows("select distinct day::text from daily_figures where figure = 'overdue'")
                    .size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection database = uplink.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
