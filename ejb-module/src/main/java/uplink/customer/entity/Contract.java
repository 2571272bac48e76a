package uplink.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.ContractStatus;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** A contract: in force from the day it was signed until the day it ends, which may be named ahead. */
@Entity
@Table(name = "contracts")
public class Contract {

    @Id
    private UUID id;

    @Column(name = "customer_id", nullable = false)
    private UUID customerId;

    @Column(name = "address_id")
    private @Nullable UUID addressId;

    @Column(name = "tariff_id")
    private @Nullable UUID tariffId;

    @Column(nullable = false)
    private String number;

    @Column(name = "signed_on", nullable = false)
    private LocalDate signedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Column(name = "billing_day", nullable = false)
    private int billingDay;

    @Column(nullable = false)
    private ContractStatus status;

    @Version
    private int version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected Contract() {}

    public Contract(UUID id, UUID customerId, String number, LocalDate signedOn, int billingDay, Instant at) {
        this.id = id;
        this.customerId = customerId;
        this.number = number;
        this.signedOn = signedOn;
        this.billingDay = billingDay;
        this.status = ContractStatus.ACTIVE;
        this.createdAt = at;
        this.updatedAt = at;
    }

    public void agreeOn(@Nullable UUID tariff) {
        tariffId = tariff;
    }

    public void serveAt(UUID address, Instant at) {
        refuseEnded();
        addressId = address;
        updatedAt = at;
    }

    /** Serves at another address, also when the last day is named but has not come. */
    public void moveTo(UUID address, LocalDate today, Instant at) {
        if (closedOn != null && !closedOn.isAfter(today)) {
            refuseEnded();
        }
        addressId = address;
        updatedAt = at;
    }

    public void billOn(int day, Instant at) {
        refuseEnded();
        billingDay = day;
        updatedAt = at;
    }

    /** Ends on that day; {@link #settle} makes it so when the day has come. */
    public void terminate(LocalDate on, LocalDate today, Instant at) {
        refuseEnded();
        if (on.isBefore(signedOn)) {
            throw new BusinessException(
                    ProblemType.INVALID_STATE, Text.of("customer.contract.ends-before-signed", signedOn));
        }
        closedOn = on;
        updatedAt = at;
        settle(today);
    }

    /** Takes the named last day back before it has come. */
    public void goOn(LocalDate today, Instant at) {
        if (closedOn == null || !closedOn.isAfter(today)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.contract.no-planned-end"));
        }
        closedOn = null;
        updatedAt = at;
    }

    private void settle(LocalDate today) {
        if (closedOn != null && !closedOn.isAfter(today)) {
            status = ContractStatus.TERMINATED;
        }
    }

    private void refuseEnded() {
        if (closedOn != null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.contract.ended", closedOn));
        }
    }

    public UUID id() {
        return id;
    }

    public UUID customerId() {
        return customerId;
    }

    public @Nullable UUID addressId() {
        return addressId;
    }

    public @Nullable UUID tariffId() {
        return tariffId;
    }

    public String number() {
        return number;
    }

    public LocalDate signedOn() {
        return signedOn;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    public int billingDay() {
        return billingDay;
    }

    public ContractStatus status() {
        return status;
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
