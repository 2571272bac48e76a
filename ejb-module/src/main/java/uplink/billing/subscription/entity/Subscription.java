package uplink.billing.subscription.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.SubscriptionStatus;

/**
 * What a customer gets under a contract: pending until it starts, then active, suspended or frozen, at last cancelled.
 * Status and tariff say how its history stands today; the history is the truth. The marks tell the bill run where it
 * has work.
 */
@Entity
@Table(name = "subscriptions")
public class Subscription {

    @Id
    private UUID id;

    @Column(name = "customer_id", nullable = false)
    private UUID customerId;

    @Column(name = "contract_id", nullable = false)
    private UUID contractId;

    @Column(name = "tariff_id", nullable = false)
    private UUID tariffId;

    @Column(name = "addon_of")
    private @Nullable UUID addonOf;

    @Column(name = "device_rent", nullable = false)
    private boolean deviceRent;

    @Column(nullable = false)
    private SubscriptionStatus status;

    @Column(name = "started_on", nullable = false)
    private LocalDate startedOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "charged_to", insertable = false, updatable = false)
    private @Nullable LocalDate chargedTo;

    @Column(name = "next_due")
    private @Nullable LocalDate nextDue;

    @Column(name = "rerate_from")
    private @Nullable LocalDate rerateFrom;

    @Column(name = "status_due")
    private @Nullable LocalDate statusDue;

    @Version
    private int version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected Subscription() {}

    /** Due on its first day: a run finds out what there is to charge. */
    public Subscription(UUID id, UUID customerId, UUID contractId, UUID tariffId, LocalDate startedOn, Instant at) {
        this.id = id;
        this.customerId = customerId;
        this.contractId = contractId;
        this.tariffId = tariffId;
        this.status = SubscriptionStatus.PENDING;
        this.startedOn = startedOn;
        this.nextDue = startedOn;
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** Sold with that service. */
    public void beside(@Nullable UUID main) {
        addonOf = main;
    }

    /** Paid for a device, as long as the customer has it. */
    public void asDeviceRent() {
        deviceRent = true;
    }

    /** Something changed from that day on: a run for it or later compares what is wanted with what was billed. */
    public void rerateFrom(LocalDate day, Instant at) {
        nextDue = earlier(nextDue, day);
        rerateFrom = earlier(rerateFrom, day);
        updatedAt = at;
    }

    /**
     * How the history stands today.
     *
     * @param due the day on which it will stand otherwise; null: never
     * @param end first day without the subscription; null: none known
     */
    public void stand(
            SubscriptionStatus now, UUID tariff, @Nullable LocalDate due, @Nullable LocalDate end, Instant at) {
        status = now;
        tariffId = tariff;
        statusDue = due;
        endedOn = end;
        updatedAt = at;
    }

    private static LocalDate earlier(@Nullable LocalDate a, LocalDate b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    public UUID id() {
        return id;
    }

    public UUID customerId() {
        return customerId;
    }

    public UUID contractId() {
        return contractId;
    }

    public UUID tariffId() {
        return tariffId;
    }

    public @Nullable UUID addonOf() {
        return addonOf;
    }

    public boolean isDeviceRent() {
        return deviceRent;
    }

    public SubscriptionStatus status() {
        return status;
    }

    public LocalDate startedOn() {
        return startedOn;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    public @Nullable LocalDate chargedTo() {
        return chargedTo;
    }

    public @Nullable LocalDate nextDue() {
        return nextDue;
    }

    public @Nullable LocalDate rerateFrom() {
        return rerateFrom;
    }

    public @Nullable LocalDate statusDue() {
        return statusDue;
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
