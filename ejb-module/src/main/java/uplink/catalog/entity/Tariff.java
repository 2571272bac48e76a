package uplink.catalog.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.TariffKind;

/**
 * A tariff: offered from its creation until it is withdrawn, and again when it is brought back. Whoever has it keeps
 * it. Its prices are versions, which are only ever added.
 */
@Entity
@Table(name = "tariffs")
public class Tariff {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String code;

    @Column(nullable = false)
    private TariffKind kind;

    @Column(name = "customer_kind")
    private @Nullable Audience audience;

    @Column(name = "is_active", nullable = false)
    private boolean active;

    @Version
    private int version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected Tariff() {}

    public Tariff(UUID id, String code, TariffKind kind, @Nullable Audience audience, Instant at) {
        this.id = id;
        this.code = code;
        this.kind = kind;
        this.audience = audience;
        this.active = true;
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** Offers the tariff, or withdraws it. */
    public void offer(boolean offered, Instant at) {
        if (active != offered) {
            active = offered;
            updatedAt = at;
        }
    }

    /** Says that something that belongs to the tariff changed: a version, the parts of a package. */
    public void touch(Instant at) {
        updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public TariffKind kind() {
        return kind;
    }

    public @Nullable Audience audience() {
        return audience;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isPackage() {
        return kind == TariffKind.PACKAGE;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
