package uplink.billing.dunning.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.billing.access.control.EventRows;
import uplink.shared.Event;
import uplink.shared.Sql;

/**
 * Reminds of invoices, so many days before or after their due date as the policy says. Of several that are due at once
 * only the last is sent: days that were missed are caught up, not repeated. What has been due for longer than that is
 * old debt, of which nobody is reminded all of a sudden.
 */
final class Reminders {

    private static final int LATEST_DAYS = 3;
    private static final String TAKE =
            """
            with due as (
                select i.id, i.customer_id, (select max(r) from unnest(t.reminders) r where i.due_date + r <= ?) as days,
                    i.due_date
                from invoices i cross join lateral dunning_terms_of(i.customer_id, ?) t
                where i.customer_id = any (?) and i.status in ('pending', 'overdue') and i.kind = 'invoice'
                    and i.due_date <= ? and i.due_date >= ? and not (t.outages_wait and i.customer_id = any (?))),
            taken as (
                insert into dunning_steps (invoice_id, customer_id, step, days, taken_on, taken_at)
                select id, customer_id, 'reminder', days, ?, ? from due d
                where due_date + days > ?::date - ? and not exists (select 1 from dunning_steps s
                    where s.invoice_id = d.id and s.step = 'reminder' and s.days >= d.days)
                on conflict do nothing
                returning invoice_id, days)
            select i.id, i.customer_id, i.number, i.amount - coalesce((select sum(a.amount) from allocations a
                where a.invoice_id = i.id), 0), i.currency, i.due_date, t.days
            from taken t join invoices i on i.id = t.invoice_id order by i.id""";
    private static final int EARLIEST = 62;
    private static final int LAST = 400;

    private final Sql sql;
    private final LocalDate today;
    private final Instant now;

    Reminders(Sql sql, LocalDate today, Instant now) {
        this.sql = sql;
        this.today = today;
        this.now = now;
    }

    /**
     * Answers how many were sent.
     *
     * @param without service because of an outage
     */
    int send(UUID[] customers, UUID[] without) {
        List<Event> events = sql.list(
                TAKE,
                this::reminder,
                today,
                today,
                customers,
                today.plusDays(EARLIEST),
                today.minusDays(LAST),
                without,
                today,
                now,
                today,
                LATEST_DAYS + 1);
        EventRows.write(sql, events);
        return events.size();
    }

    private Event reminder(ResultSet row) throws SQLException {
        UUID invoice = row.getObject(1, UUID.class);
        BigDecimal due = row.getBigDecimal(4);
        return Event.of(
                "billing.invoice.reminded",
                "/billing",
                invoice,
                Map.of(
                        "invoiceId", invoice.toString(),
                        "customerId", row.getObject(2, UUID.class).toString(),
                        "number", row.getString(3),
                        "amount", due.toPlainString(),
                        "currency", row.getString(5),
                        "dueDate", row.getObject(6, LocalDate.class).toString(),
                        "days", row.getInt(7)),
                now);
    }
}
