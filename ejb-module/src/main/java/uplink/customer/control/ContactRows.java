package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Contact;
import uplink.customer.boundary.NewContact;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Table {@code customer_contacts}. */
public final class ContactRows {

    private static final String COLUMNS = "select id, customer_id, name, role, phone, email, version";

    private final Sql sql;

    public ContactRows(Sql sql) {
        this.sql = sql;
    }

    /** Refusals: {@code validation}. */
    public static NewContact checked(NewContact wanted) {
        Validation validation = new Validation();
        Fields fields = new Fields(validation);
        NewContact checked = new NewContact(
                validation.text("name", wanted.name(), 200),
                validation.optionalWords("role", wanted.role(), 100),
                fields.phone("phone", wanted.phone()),
                fields.email("email", wanted.email()));
        boolean reachable = validation.optional("phone", wanted.phone(), 1000) != null
                || validation.optional("email", wanted.email(), 1000) != null;
        validation.check(reachable, "phone", Text.of("customer.contact.reachable"));
        validation.done();
        return checked;
    }

    /** In the order in which they were entered. */
    public List<Contact> ofCustomer(UUID customer) {
        return sql.list(
                COLUMNS + " from customer_contacts where customer_id = ? order by id", ContactRows::contact, customer);
    }

    public Optional<Contact> find(UUID customer, UUID id) {
        return sql.first(
                COLUMNS + " from customer_contacts where customer_id = ? and id = ?",
                ContactRows::contact,
                customer,
                id);
    }

    public void add(UUID customer, UUID id, NewContact contact, Instant now) {
        sql.update(
                """
                insert into customer_contacts (id, customer_id, name, role, phone, email, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                customer,
                contact.name(),
                contact.role(),
                contact.phone(),
                contact.email(),
                now,
                now);
    }

    /** Tells whether it was there with that version. */
    public boolean replace(UUID customer, UUID id, @Nullable Integer version, NewContact contact, Instant now) {
        return sql.update(
                        """
                        update customer_contacts set name = ?, role = ?, phone = ?, email = ?, updated_at = ?,
                            version = version + 1
                        where customer_id = ? and id = ? and (?::integer is null or version = ?)""",
                        contact.name(),
                        contact.role(),
                        contact.phone(),
                        contact.email(),
                        now,
                        customer,
                        id,
                        version,
                        version)
                > 0;
    }

    public boolean remove(UUID customer, UUID id) {
        return sql.update("delete from customer_contacts where customer_id = ? and id = ?", customer, id) > 0;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7));
    }
}
