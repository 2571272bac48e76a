package uplink.customer.control;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.FingerprintChunk;
import uplink.customer.boundary.IdentityDetails;
import uplink.customer.boundary.IdentityDocument;
import uplink.customer.boundary.IdentityKind;
import uplink.customer.boundary.NewIdentityDocument;
import uplink.shared.Coded;
import uplink.shared.Json;
import uplink.shared.KeyVault;
import uplink.shared.Sql;

/**
 * Table {@code identity_documents}: all but the kind and the end of the number is sealed, each row under its own name.
 * Kind and number have a fingerprint beside it, which is the same for the same document and needs the same key.
 */
public final class IdentityRows {

    /** What is sealed. */
    private record Sealed(String number, @Nullable String issuedBy, @Nullable String issuedOn) {}

    /** Still without a fingerprint. */
    private record Unmade(UUID id, IdentityKind kind, byte[] sealed) {}

    private static final Logger LOG = Logger.getLogger(IdentityRows.class.getName());
    private static final String COLUMNS = "select id, customer_id, kind, ends_with, created_at";

    private final Sql sql;
    private final KeyVault vault;

    public IdentityRows(Sql sql, KeyVault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    /** In the order in which they were entered. */
    public List<IdentityDocument> ofCustomer(UUID customer) {
        return sql.list(
                COLUMNS + " from identity_documents where customer_id = ? order by id",
                IdentityRows::document,
                customer);
    }

    public Optional<IdentityDocument> find(UUID customer, UUID id) {
        return sql.first(
                COLUMNS + " from identity_documents where customer_id = ? and id = ?",
                IdentityRows::document,
                customer,
                id);
    }

    /** In clear text. */
    public Optional<IdentityDetails> open(UUID customer, UUID id) {
        return sql.first(
                "select kind, details_encrypted from identity_documents where customer_id = ? and id = ?",
                row -> details(id, Coded.of(IdentityKind.class, row.getString(1)), row.getBytes(2)),
                customer,
                id);
    }

    /** @param document checked */
    public void add(
            UUID customer, UUID id, IdentityKind kind, NewIdentityDocument document, @Nullable UUID by, Instant now) {
        String number = String.valueOf(document.number());
        LocalDate on = document.issuedOn();
        Sealed details = new Sealed(number, document.issuedBy(), on == null ? null : on.toString());
        sql.update(
                """
                insert into identity_documents (id, customer_id, kind, details_encrypted, ends_with, fingerprint, created_at, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                customer,
                kind.code(),
                vault.seal(name(id), Json.write(details).getBytes(StandardCharsets.UTF_8)),
                IdentityRules.end(number),
                fingerprint(kind, number),
                now,
                by);
    }

    public boolean remove(UUID customer, UUID id) {
        return sql.update("delete from identity_documents where customer_id = ? and id = ?", customer, id) > 0;
    }

    /**
     * Makes the fingerprints that are missing of the next documents after that one. What does not open is left as it is:
     * it is damaged, or sealed with another key.
     */
    public FingerprintChunk fingerprint(UUID after, int most) {
        List<Unmade> next = sql.list(
                """
                select id, kind, details_encrypted from identity_documents where fingerprint is null and id > ?
                order by id limit ?""",
                row -> new Unmade(
                        row.getObject(1, UUID.class), Coded.of(IdentityKind.class, row.getString(2)), row.getBytes(3)),
                after,
                most);
        int made = 0;
        for (Unmade one : next) {
            made += fingerprint(one) ? 1 : 0;
        }
        return new FingerprintChunk(
                next.isEmpty() ? null : next.get(next.size() - 1).id(), made, next.size() - made);
    }

    private boolean fingerprint(Unmade one) {
        IdentityDetails details;
        try {
            details = details(one.id(), one.kind(), one.sealed());
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "document " + one.id() + " does not open", e);
            return false;
        }
        sql.update(
                "update identity_documents set fingerprint = ? where id = ?",
                fingerprint(one.kind(), details.number()),
                one.id());
        return true;
    }

    private byte[] fingerprint(IdentityKind kind, String number) {
        String compared = IdentityRules.compared(number);
        return compared.isEmpty() ? new byte[0] : vault.authenticate("identity", kind.code() + ":" + compared);
    }

    private IdentityDetails details(UUID id, IdentityKind kind, byte[] sealed) {
        String text = new String(vault.open(name(id), sealed), StandardCharsets.UTF_8);
        Sealed details = Json.read(text, Sealed.class);
        String on = details.issuedOn();
        return new IdentityDetails(
                id, kind, details.number(), details.issuedBy(), on == null ? null : LocalDate.parse(on));
    }

    private static String name(UUID id) {
        return "identity:" + id;
    }

    private static IdentityDocument document(ResultSet row) throws SQLException {
        return new IdentityDocument(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Coded.of(IdentityKind.class, row.getString(3)),
                ("•••• " + row.getString(4)).strip(),
                row.getTimestamp(5).toInstant());
    }
}
