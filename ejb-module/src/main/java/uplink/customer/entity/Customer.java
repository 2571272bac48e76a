package uplink.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerStatus;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Somebody who is served: active from the registration until closed, which needs all contracts to have ended. The
 * balance belongs to the ledger and is only read here.
 */
@Entity
@Table(name = "customers")
public class Customer {

    @Id
    private UUID id;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(nullable = false)
    private CustomerKind kind;

    @Column(name = "full_name", nullable = false)
    private String fullName;

    @Column
    private @Nullable String inn;

    @Column(name = "contract_number", nullable = false)
    private String contractNumber;

    @Column
    private @Nullable String email;

    @Column
    private @Nullable String phone;

    @Column(nullable = false)
    private String locale;

    @Column(nullable = false)
    private CustomerStatus status;

    @Column(nullable = false)
    private String currency;

    @Column(insertable = false, updatable = false, nullable = false)
    private BigDecimal balance = BigDecimal.ZERO;

    @Column(name = "credit_limit", nullable = false)
    private BigDecimal creditLimit;

    @Version
    private int version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected Customer() {}

    public Customer(UUID id, CustomerKind kind, String fullName, String contractNumber, String currency, Instant at) {
        this.id = id;
        this.kind = kind;
        this.fullName = fullName;
        this.contractNumber = contractNumber;
        this.currency = currency;
        this.locale = "ru";
        this.status = CustomerStatus.ACTIVE;
        this.creditLimit = BigDecimal.ZERO;
        this.createdAt = at;
        this.updatedAt = at;
    }

    public void rename(String name, Instant at) {
        fullName = name;
        updatedAt = at;
    }

    public void reachableAt(@Nullable String newEmail, @Nullable String newPhone, Instant at) {
        email = newEmail;
        phone = newPhone;
        updatedAt = at;
    }

    public void taxedAs(@Nullable String newInn, Instant at) {
        inn = newInn;
        updatedAt = at;
    }

    public void speaks(String newLocale, Instant at) {
        locale = newLocale;
        updatedAt = at;
    }

    public void trustWith(BigDecimal limit, Instant at) {
        creditLimit = limit;
        updatedAt = at;
    }

    /** @param open contracts that have not ended */
    public void close(long open, Instant at) {
        if (open > 0) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("customer.close.contracts", open));
        }
        status = CustomerStatus.CLOSED;
        updatedAt = at;
    }

    public void reopen(Instant at) {
        status = CustomerStatus.ACTIVE;
        updatedAt = at;
    }

    public UUID id() {
        return id;
    }

    public @Nullable UUID userId() {
        return userId;
    }

    public CustomerKind kind() {
        return kind;
    }

    public String fullName() {
        return fullName;
    }

    public @Nullable String inn() {
        return inn;
    }

    public String contractNumber() {
        return contractNumber;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String phone() {
        return phone;
    }

    public String locale() {
        return locale;
    }

    public CustomerStatus status() {
        return status;
    }

    public String currency() {
        return currency;
    }

    public BigDecimal balance() {
        return balance;
    }

    public BigDecimal creditLimit() {
        return creditLimit;
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
