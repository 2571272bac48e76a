package uplink.billing.autopay.control;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/** Consents, and the invoices that are due under them. */
public final class AutopayRows {

    /** What is kept of a consent. */
    public record Consent(boolean enabled, BigDecimal most, Instant consentedAt, @Nullable String stopped) {}

    /** An invoice that may be collected now. */
    public record DueInvoice(UUID customer, UUID invoice) {}

    /** What was stopped, and why. */
    public record Stopped(UUID customer, String reason) {}

    /** After these the card is refused for good, and must not be tried again. */
    private static final String FOR_GOOD =
            """
            ('permission_revoked', 'card_expired', 'invalid_csc', 'payment_method_restricted', 'expired_card', 'lost_card',
                'stolen_card', 'pickup_card', 'restricted_card')""";

    private static final String DUE =
            """
            select i.customer_id, i.id from invoices i join autopay a on a.customer_id = i.customer_id and a.enabled
            join saved_methods m on m.customer_id = i.customer_id and m.removed_at is null
            where i.status in ('pending', 'overdue') and i.kind = 'invoice' and i.due_date <= ?
                and not exists (select 1 from autopay_refusals r where r.invoice_id = i.id)
                and not exists (select 1 from payments p where p.invoice_id = i.id
                    and (p.status = 'unknown' or p.status in ('created', 'pending')
                        and (p.method = 'autopay' or p.created_at > ?)))
                and (select count(*) from payments p where p.invoice_id = i.id and p.method = 'autopay') < ?
                and not exists (select 1 from payments p where p.invoice_id = i.id and p.method = 'autopay'
                    and p.collected_on > ?)\s""";

    private final Sql sql;

    public AutopayRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Consent> of(UUID customer) {
        return sql.first(
                "select enabled, most, consented_at, stopped from autopay where customer_id = ?",
                row -> {
                    Timestamp consented = row.getTimestamp(3);
                    return new Consent(
                            row.getBoolean(1), row.getBigDecimal(2), consented.toInstant(), row.getString(4));
                },
                customer);
    }

    public void agree(UUID customer, BigDecimal most, Instant now) {
        sql.update(
                """
                insert into autopay (customer_id, enabled, most, consented_at, updated_at) values (?, true, ?, ?, ?)
                on conflict (customer_id) do update set enabled = true, most = excluded.most,
                    consented_at = excluded.consented_at, stopped = null, updated_at = excluded.updated_at""",
                customer,
                most,
                now,
                now);
    }

    /** Tells whether it was on. */
    public boolean stop(UUID customer, @Nullable String why, Instant now) {
        return sql.update(
                        """
                        update autopay set enabled = false, stopped = ?, updated_at = ?
                        where customer_id = ? and enabled""",
                        why,
                        now,
                        customer)
                > 0;
    }

    /**
     * What may be collected on that day, oldest customers' first: due, not being paid already, not tried too often or too
     * lately.
     *
     * @param after the customer to go on after
     * @param freshly when a payment was begun, it is left that much time
     */
    public List<DueInvoice> due(LocalDate today, Instant freshly, Tries tries, @Nullable UUID after, int atMost) {
        return sql.list(
                DUE + "and (?::uuid is null or i.id > ?) order by i.id limit ?",
                row -> new DueInvoice(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                today,
                freshly,
                tries.atMost(),
                today.minusDays(tries.pauseDays()),
                after,
                after,
                atMost);
    }

    /** Whether it still may be, now that its customer is locked. */
    public boolean isDue(UUID invoice, LocalDate today, Instant freshly, Tries tries) {
        return sql.first(
                        DUE + "and i.id = ?",
                        row -> true,
                        today,
                        freshly,
                        tries.atMost(),
                        today.minusDays(tries.pauseDays()),
                        invoice)
                .isPresent();
    }

    /** What is still to be paid of an invoice. */
    public BigDecimal outstanding(UUID invoice) {
        return sql.first(
                        """
                        select i.amount - coalesce((select sum(a.amount) from allocations a where a.invoice_id = i.id), 0)
                        from invoices i where i.id = ? and i.status in ('pending', 'overdue')""",
                        row -> row.getBigDecimal(1),
                        invoice)
                .orElse(BigDecimal.ZERO);
    }

    /** The invoice is not collected; tells whether that is new. */
    public boolean refuse(UUID invoice, Instant now) {
        return sql.update(
                        "insert into autopay_refusals (invoice_id, created_at) values (?, ?) on conflict do nothing",
                        invoice,
                        now)
                > 0;
    }

    /** Consents whose card has expired, or was refused for good. */
    public List<Stopped> hopeless(LocalDate today) {
        return sql.list(
                """
                select a.customer_id, case when m.expires_on <= ? then 'expired' else 'refused' end
                from autopay a join saved_methods m on m.customer_id = a.customer_id and m.removed_at is null
                where a.enabled and (m.expires_on <= ? or exists (select 1 from payments p
                    where p.customer_id = a.customer_id and p.saved_method_id = m.id and p.status in ('failed', 'cancelled')
                        and p.failure in %s))
                order by a.customer_id"""
                        .formatted(FOR_GOOD),
                row -> new Stopped(row.getObject(1, UUID.class), row.getString(2)),
                today,
                today);
    }
}
