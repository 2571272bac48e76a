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

    @Column(name = "is_addon", nullable = false, updatable = false)
    private boolean addon;

    @Column(name = "is_self_service", nullable = false)
    private boolean selfService;

    @Version
    private int version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected Tariff() {}

    /** @param addon sold beside another service only */
    public Tariff(UUID id, String code, TariffKind kind, @Nullable Audience audience, boolean addon, Instant at) {
        this.id = id;
        this.code = code;
        this.kind = kind;
        this.audience = audience;
        this.active = true;
        this.addon = addon;
        this.selfService = true;
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

    /** Lets customers take it by themselves, or leaves that to staff. */
    public void leaveToCustomers(boolean allowed, Instant at) {
        if (selfService != allowed) {
            selfService = allowed;
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

    public boolean isAddon() {
        return addon;
    }

    public boolean isSelfService() {
        return selfService;
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
