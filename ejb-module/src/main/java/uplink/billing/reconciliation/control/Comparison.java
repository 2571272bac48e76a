package uplink.billing.reconciliation.control;

import java.time.Instant;
import java.time.LocalDate;
import uplink.shared.Sql;

/**
 * Holds a day's register against the payments here, in two statements. A payment is found by the provider's id, else by
 * ours; of two entries for one payment the second is money that is not booked. What was found before is not found again, and
 * what agrees by now is settled.
 */
public final class Comparison {

    /**
     * Entries that arrived there, each with its payment here; the first of those that claim the same one has it. What is not
     * booked is missing, whatever its sum: the provider's next answer may book it. What a correction has taken out of the
     * books is not in them.
     */
    private static final String THEIRS =
            """
            with theirs as (
                select e.external_id, e.amount, e.currency, e.made_at, p.id,
                    coalesce(p.captured, p.amount) - coalesce((select sum(r.amount) from refunds r
                        where r.payment_id = p.id and r.kind = 'reversal' and r.status = 'succeeded'), 0.00) as ours,
                    p.status = 'succeeded' as booked,
                    row_number() over (partition by coalesce(p.id::text, e.external_id)
                        order by p.external_id = e.external_id desc nulls last, e.made_at, e.external_id) as turn
                from register_entries e left join lateral (
                    select q.id, q.amount, q.captured, q.status, q.external_id from payments q
                    where q.provider = e.provider and (q.external_id = e.external_id or q.id = e.payment_id)
                    order by q.external_id = e.external_id desc nulls last limit 1) p on true
                where e.provider = ? and e.status = 'succeeded' and e.made_at >= ? and e.made_at < ?),
            judged as (
                select *, case when id is null or turn > 1 or not booked then 'missing-here'
                    when ours <> amount then 'different-sum' end as kind
                from theirs)\s""";

    /** Made here by the machine's time, which stands in the id: business time may be another one. */
    private static final String OURS =
            """
            with ours as (
                select p.id, coalesce(p.captured, p.amount) as amount, p.currency, p.external_id from payments p
                where p.provider = ? and p.status = 'succeeded' and p.external_id is not null
                    and p.id >= uuid7_floor(?) and p.id < uuid7_floor(?)
                    and not exists (select 1 from register_entries e where e.provider = p.provider
                        and e.status = 'succeeded' and (e.external_id = p.external_id or e.payment_id = p.id)))\s""";

    private final Sql sql;
    private final String provider;
    private final LocalDate day;

    public Comparison(Sql sql, String provider, LocalDate day) {
        this.sql = sql;
        this.provider = provider;
        this.day = day;
    }

    /** Answers how many are new. */
    public int find(Instant from, Instant to) {
        int here = sql.update(
                THEIRS
                        + """
                        insert into discrepancies (id, provider, day, kind, subject, external_id, payment_id, ours, theirs,
                            currency, status, found_at)
                        select gen_random_uuid(), ?, ?, kind, external_id, external_id, case when turn = 1 then id end,
                            case when booked and turn = 1 then ours end, amount, currency, 'open', clock_timestamp()
                        from judged where kind is not null on conflict do nothing""",
                provider,
                from,
                to,
                provider,
                day);
        int there = sql.update(
                OURS
                        + """
                        insert into discrepancies (id, provider, day, kind, subject, external_id, payment_id, ours, currency,
                            status, found_at)
                        select gen_random_uuid(), ?, ?, 'missing-there', id::text, external_id, id, amount, currency, 'open',
                            clock_timestamp() from ours on conflict do nothing""",
                provider,
                from,
                to,
                provider,
                day);
        return here + there;
    }

    /** What was open and agrees now. */
    public int settle(Instant from, Instant to) {
        return sql.update(
                        THEIRS
                                + """
                                update discrepancies d set status = 'settled', decided_at = clock_timestamp() from judged j
                                where d.provider = ? and d.status = 'open' and d.kind <> 'missing-there'
                                    and d.external_id = j.external_id and j.kind is null""",
                        provider,
                        from,
                        to,
                        provider)
                + sql.update(
                        """
                        update discrepancies d set status = 'settled', decided_at = clock_timestamp()
                        from payments p where d.provider = ? and d.status = 'open' and d.kind = 'missing-there'
                            and p.id = d.payment_id and exists (select 1 from register_entries e
                                where e.provider = p.provider and e.status = 'succeeded'
                                    and (e.external_id = p.external_id or e.payment_id = p.id))""",
                        provider);
    }
}
