package uplink.billing.dunning.control;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import uplink.billing.access.control.EventRows;
import uplink.billing.access.control.HistoryRows;
import uplink.billing.access.control.OpenSuspensions;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.shared.Event;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Gives up invoices that nobody will pay: a transfer from the house to the customer, with a reason, that settles the
 * invoice. Service that is off ends before, so that it does not come back for it; whoever has any on is no such case.
 */
final class WriteOffs {

    private static final String LOST =
            """
            select i.id, i.customer_id, i.number, i.amount - coalesce((select sum(a.amount) from allocations a
                where a.invoice_id = i.id), 0), i.currency, i.due_date, c.locale
            from invoices i join customers c on c.id = i.customer_id
            cross join lateral dunning_terms_of(c.id, ?) t
            where i.customer_id = any (?) and i.status = 'overdue' and i.kind = 'invoice'
                and i.due_date + t.write_off_days < ?
                and not exists (select 1 from subscriptions s where s.customer_id = c.id
                    and s.status in ('pending', 'active', 'frozen'))
                and not exists (select 1 from dunning_steps d where d.invoice_id = i.id and d.step = 'write-off')
            order by i.customer_id, i.id""";

    private record Lost(
            UUID invoice,
            UUID customer,
            String number,
            BigDecimal due,
            String currency,
            LocalDate dueDate,
            Locale reader) {}

    private record Off(UUID subscription, UUID customer, UUID tariff) {}

    private final Sql sql;
    private final LocalDate today;
    private final Instant now;

    WriteOffs(Sql sql, LocalDate today, Instant now) {
        this.sql = sql;
        this.today = today;
        this.now = now;
    }

    /** Answers how many invoices were given up. */
    int giveUp(UUID[] customers) {
        UUID[] locked = Locks.customers(
                sql, lost(customers).stream().map(Lost::customer).distinct().toList());
        if (locked.length == 0) {
            return 0;
        }
        List<Lost> lost = lost(locked);
        end(lost.stream().map(Lost::customer).distinct().toArray(UUID[]::new));
        lost.forEach(this::post);
        return lost.size();
    }

    private List<Lost> lost(UUID[] customers) {
        return sql.list(LOST, WriteOffs::read, today, customers, today);
    }

    private void end(UUID[] customers) {
        List<Off> off = sql.list(
                """
                select id, customer_id, tariff_id from subscriptions
                where customer_id = any (?) and status = 'suspended' order by id""",
                row -> new Off(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                (Object) customers);
        if (off.isEmpty()) {
            return;
        }
        HistoryRows.record(
                sql,
                off.stream()
                        .map(one -> new HistoryRows.Entry(one.subscription(), today, false))
                        .toList(),
                "cancel",
                "cancelled",
                now);
        off.forEach(one -> OpenSuspensions.close(sql, one.subscription(), "end", now));
        EventRows.write(sql, off.stream().map(this::cancelled).toList());
    }

    private void post(Lost one) {
        Transfer transfer = Transfer.ofCustomer(
                one.customer(),
                HouseAccount.WRITE_OFFS,
                one.due(),
                TransferType.ADJUSTMENT,
                null,
                today,
                Text.of("dunning.write-off", one.number(), one.dueDate()).in(one.reader()),
                null);
        sql.update(
                """
                insert into dunning_steps (invoice_id, customer_id, step, days, taken_on, taken_at)
                values (?, ?, 'write-off', ?, ?, ?)""",
                one.invoice(),
                one.customer(),
                (int) (today.toEpochDay() - one.dueDate().toEpochDay()),
                today,
                now);
        Posting.post(sql, List.of(transfer), now);
        CreditAllocation.settleNamed(sql, transfer.id(), one.invoice(), now);
        CreditAllocation.settle(sql, new UUID[] {one.customer()}, now);
        EventRows.write(sql, List.of(writtenOff(one)));
    }

    private Event cancelled(Off one) {
        return Event.of(
                "subscription.cancelled",
                "/billing",
                one.subscription(),
                Map.of(
                        "subscriptionId", one.subscription().toString(),
                        "customerId", one.customer().toString(),
                        "tariffId", one.tariff().toString(),
                        "status", "cancelled",
                        "on", today.toString(),
                        "cause", "write-off"),
                now);
    }

    private Event writtenOff(Lost one) {
        return Event.of(
                "billing.invoice.written-off",
                "/billing",
                one.invoice(),
                Map.of(
                        "invoiceId", one.invoice().toString(),
                        "customerId", one.customer().toString(),
                        "number", one.number(),
                        "amount", one.due().toPlainString(),
                        "currency", one.currency()),
                now);
    }

    private static Lost read(ResultSet row) throws SQLException {
        return new Lost(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBigDecimal(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                Locale.forLanguageTag(row.getString(7)));
    }
}
