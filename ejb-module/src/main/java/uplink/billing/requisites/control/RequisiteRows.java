package uplink.billing.requisites.control;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.BusinessException;
import uplink.shared.Sql;

/** Table {@code requisites}: one row, or none. */
public final class RequisiteRows {

    private final Sql sql;

    public RequisiteRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Requisites> find() {
        return sql.first(
                "select name, inn, kpp, account, bank_name, bic, corr_account, purpose, address, version from requisites",
                row -> new Requisites(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getInt(10)));
    }

    /** Writes them when they still have that version; {@code stale}. */
    public void keep(Requisites wanted, @Nullable Integer version, Instant now) {
        int kept = sql.update(
                """
                insert into requisites as r (name, inn, kpp, account, bank_name, bic, corr_account, purpose, address,
                    updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (only_row) do update set name = excluded.name, inn = excluded.inn, kpp = excluded.kpp,
                    account = excluded.account, bank_name = excluded.bank_name, bic = excluded.bic,
                    corr_account = excluded.corr_account, purpose = excluded.purpose, address = excluded.address,
                    updated_at = excluded.updated_at, version = r.version + 1
                where ?::integer is null or r.version = ?""",
                wanted.name(),
                wanted.inn(),
                wanted.kpp(),
                wanted.account(),
                wanted.bankName(),
                wanted.bic(),
                wanted.corrAccount(),
                wanted.purpose(),
                wanted.address(),
                now,
                version,
                version);
        if (kept == 0) {
            throw BusinessException.stale();
        }
    }
}
