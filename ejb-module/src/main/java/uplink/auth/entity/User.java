package uplink.auth.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Ids;

/** Somebody who can sign in: a customer or a member of staff. Never deleted, only disabled: the audit trail names it. */
@Entity
@Table(name = "users")
public class User {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String email;

    @Column(name = "full_name", nullable = false)
    private String fullName;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(nullable = false)
    private String role;

    @Column(nullable = false)
    private String locale;

    @Column(name = "is_active", nullable = false)
    private boolean active;

    @Version
    private int version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected User() {}

    public User(String email, String fullName, String role, String locale, Instant at) {
        this.id = Ids.next();
        this.email = email;
        this.fullName = fullName;
        this.role = role;
        this.locale = locale;
        this.active = true;
        this.createdAt = at;
        this.updatedAt = at;
    }

    public void changePassword(String hash, Instant at) {
        passwordHash = hash;
        updatedAt = at;
    }

    public void assign(String newRole, Instant at) {
        role = newRole;
        updatedAt = at;
    }

    public void rename(String newName, String newLocale, Instant at) {
        fullName = newName;
        locale = newLocale;
        updatedAt = at;
    }

    public void disable(Instant at) {
        active = false;
        updatedAt = at;
    }

    public void enable(Instant at) {
        active = true;
        updatedAt = at;
    }

    public boolean isAdministrator() {
        return active && role.equals("admin");
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String fullName() {
        return fullName;
    }

    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public String role() {
        return role;
    }

    public String locale() {
        return locale;
    }

    public boolean isActive() {
        return active;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
