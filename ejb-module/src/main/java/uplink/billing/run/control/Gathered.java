package uplink.billing.run.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/** Daily shares that were charged before and get their invoice now. */
final class Gathered {

    private final List<UUID> subscriptions = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<LocalDate> starts = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final List<UUID> invoices = new ArrayList<>();

    void add(Draft.Line line, @Nullable UUID invoice) {
        if (invoice == null) {
            return;
        }
        subscriptions.add(line.subscription());
        kinds.add(line.rated().key().kind().code());
        starts.add(line.rated().key().periodStart());
        causes.add(line.rated().key().cause());
        invoices.add(invoice);
    }

    /** Refuses to go on when somebody else has gathered one of them. */
    void write(Sql sql) {
        if (invoices.isEmpty()) {
            return;
        }
        int changed = sql.update(
                """
                update charges c set invoice_id = g.invoice_id
                from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::uuid[])
                    as g (subscription_id, kind, period_start, cause, invoice_id)
                where c.subscription_id = g.subscription_id and c.kind = g.kind and c.period_start = g.period_start
                    and c.cause = g.cause and c.invoice_id is null""",
                subscriptions.toArray(UUID[]::new),
                kinds.toArray(String[]::new),
                starts.toArray(LocalDate[]::new),
                causes.toArray(String[]::new),
                invoices.toArray(UUID[]::new));
        if (changed != invoices.size()) {
            throw new ChunkConflict("daily shares were gathered meanwhile");
        }
    }
}
