package uplink.billing.subscription.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.SubscriptionStatus;

/** Something that happens to a subscription from a day on. Written once. */
@Entity
@Immutable
@Table(name = "subscription_events")
public class SubscriptionEvent {

    @Id
    private UUID id;

    @Column(name = "subscription_id", nullable = false)
    private UUID subscriptionId;

    @Column(nullable = false)
    private int seq;

    @Column(name = "effective_on", nullable = false)
    private LocalDate on;

    @Column(nullable = false)
    private EventKind kind;

    @Column
    private @Nullable SubscriptionStatus status;

    @Column(name = "tariff_id")
    private @Nullable UUID tariffId;

    @Column
    private @Nullable BigDecimal price;

    @Column(name = "billing_day")
    private @Nullable Integer billingDay;

    @Column
    private @Nullable BigDecimal amount;

    @Column(name = "fee_id")
    private @Nullable UUID feeId;

    @Column(name = "tax_class")
    private @Nullable String taxClass;

    @Column
    private @Nullable String text;

    @Column
    private @Nullable UUID voids;

    @Column(name = "group_id")
    private @Nullable UUID groupId;

    @Column(name = "fee_from")
    private @Nullable LocalDate feeFrom;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "created_by")
    private @Nullable UUID createdBy;

    protected SubscriptionEvent() {}

    public SubscriptionEvent(UUID id, UUID subscriptionId, int seq, EventKind kind, LocalDate on, Instant at) {
        this.id = id;
        this.subscriptionId = subscriptionId;
        this.seq = seq;
        this.kind = kind;
        this.on = on;
        this.createdAt = at;
    }

    /** For a start or a change: the tariff from this day on, and the own price if one was agreed. */
    public SubscriptionEvent to(UUID tariff, @Nullable BigDecimal ownPrice) {
        tariffId = tariff;
        price = ownPrice;
        return this;
    }

    /** For a start or a change: the billing day from this day on. */
    public SubscriptionEvent billedOn(int day) {
        billingDay = day;
        return this;
    }

    /** For a pause: suspended or frozen. */
    public SubscriptionEvent as(SubscriptionStatus pause) {
        status = pause;
        return this;
    }

    /** For a fee. */
    public SubscriptionEvent charging(
            BigDecimal feeAmount, String feeText, @Nullable UUID fee, @Nullable String feeTaxClass) {
        amount = feeAmount;
        text = feeText;
        feeId = fee;
        taxClass = feeTaxClass;
        return this;
    }

    /** For a withdrawal: the event that does not happen. */
    public SubscriptionEvent voiding(UUID event) {
        voids = event;
        return this;
    }

    /** Recorded by one act together with others; what is withdrawn is withdrawn with all of it. */
    public SubscriptionEvent inGroup(@Nullable UUID group) {
        groupId = group;
        return this;
    }

    /** For a pause that costs so much a day from that day on. */
    public SubscriptionEvent costing(BigDecimal aDay, String what, LocalDate since) {
        amount = aDay;
        text = what;
        feeFrom = since;
        return this;
    }

    public SubscriptionEvent by(@Nullable UUID user) {
        createdBy = user;
        return this;
    }

    public UUID id() {
        return id;
    }

    public UUID subscriptionId() {
        return subscriptionId;
    }

    public int seq() {
        return seq;
    }

    public LocalDate on() {
        return on;
    }

    public EventKind kind() {
        return kind;
    }

    public @Nullable SubscriptionStatus status() {
        return status;
    }

    public @Nullable UUID tariffId() {
        return tariffId;
    }

    public @Nullable BigDecimal price() {
        return price;
    }

    public @Nullable Integer billingDay() {
        return billingDay;
    }

    public @Nullable BigDecimal amount() {
        return amount;
    }

    public @Nullable UUID feeId() {
        return feeId;
    }

    public @Nullable String taxClass() {
        return taxClass;
    }

    public @Nullable String text() {
        return text;
    }

    public @Nullable UUID voids() {
        return voids;
    }

    public @Nullable UUID groupId() {
        return groupId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable UUID createdBy() {
        return createdBy;
    }
}
