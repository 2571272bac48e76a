package uplink.billing.reconciliation.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uplink.billing.payment.control.ProviderAnswer;
import uplink.billing.payment.control.RegisterPage;
import uplink.billing.reconciliation.boundary.RegisterDay;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** What registers say, and on which days they were read. */
public final class RegisterRows {

    private final Sql sql;

    public RegisterRows(Sql sql) {
        this.sql = sql;
    }

    /** The last day that was read; empty before the first. */
    public Optional<LocalDate> last(String provider) {
        return sql.first(
                "select max(day) from register_days where provider = ? having max(day) is not null",
                row -> row.getObject(1, LocalDate.class),
                provider);
    }

    /** When the first payment through it was made here, by the machine's time. */
    public Optional<Instant> first(String provider) {
        return sql.first(
                        "select id from payments where provider = ? order by id limit 1",
                        row -> row.getObject(1, UUID.class),
                        provider)
                .map(Ids::instantOf);
    }

    /** Keeps a page; what was read before is renewed. */
    public void keep(String provider, RegisterPage page) {
        for (RegisterPage.Entry entry : page.entries()) {
            ProviderAnswer payment = entry.payment();
            sql.update(
                    """
                    insert into register_entries (provider, external_id, payment_id, status, amount, currency, made_at)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (provider, external_id) do update
                    set status = excluded.status, amount = excluded.amount, payment_id = excluded.payment_id""",
                    provider,
                    payment.externalId(),
                    payment.paymentId(),
                    payment.told().code(),
                    payment.amount(),
                    payment.currency(),
                    entry.madeAt());
        }
    }

    /** The day is read, and compared. */
    public void done(String provider, LocalDate day, Instant from, Instant to) {
        sql.update(
                """
                insert into register_days (provider, day, from_at, to_at, read_at, entries, matched, amount)
                select ?, ?, ?, ?, clock_timestamp(), count(*), count(p.id), coalesce(sum(e.amount) filter (where p.id is not null), 0)
                from register_entries e
                left join payments p on p.provider = e.provider and p.status = 'succeeded' and coalesce(p.captured, p.amount) = e.amount
                    and p.id = (select q.id from payments q where q.provider = e.provider
                        and (q.external_id = e.external_id or q.id = e.payment_id)
                        order by q.external_id = e.external_id desc nulls last limit 1)
                where e.provider = ? and e.status = 'succeeded' and e.made_at >= ? and e.made_at < ?
                on conflict (provider, day) do update set read_at = excluded.read_at, entries = excluded.entries,
                    matched = excluded.matched, amount = excluded.amount""",
                provider,
                day,
                from,
                to,
                provider,
                from,
                to);
    }

    /** The last days, newest first. */
    public List<RegisterDay> days(int atMost) {
        return sql.list(
                """
                select d.provider, d.day, d.entries, d.matched, d.amount, d.read_at,
                    (select count(*) from discrepancies x where x.provider = d.provider and x.day = d.day and x.status = 'open')
                from register_days d order by d.day desc, d.provider limit ?""",
                row -> new RegisterDay(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getInt(4),
                        row.getBigDecimal(5),
                        row.getLong(7),
                        row.getTimestamp(6).toInstant()),
                atMost);
    }
}
