package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Contact;
import uplink.customer.boundary.Contacts;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewContact;
import uplink.web.shell.Go;

/** Somebody to talk to about a customer: added, changed, taken away. */
@Named
@ViewScoped
public class ContactForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Customers customers;

    @Inject
    private Contacts contacts;

    private @Nullable String customer;
    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String name;
    private @Nullable String role;
    private @Nullable String phone;
    private @Nullable String email;
    private transient @Nullable CustomerDetail of;

    public void load() {
        getOf();
        if (!isNew()) {
            Contact contact = contacts.get(Go.id(customer), Go.id(id));
            version = contact.version();
            name = contact.name();
            role = contact.role();
            phone = contact.phone();
            email = contact.email();
        }
    }

    public void save() {
        NewContact wanted = new NewContact(name, role, phone, email);
        if (isNew()) {
            contacts.add(Go.id(customer), wanted);
        } else {
            contacts.replace(Go.id(customer), Go.id(id), version, wanted);
        }
        Go.to("/customer?id=" + Go.id(customer), "contact.saved");
    }

    public void remove() {
        contacts.remove(Go.id(customer), Go.id(id));
        Go.to("/customer?id=" + Go.id(customer), "contact.removed");
    }

    /** Whose contact it is; {@code not-found}. */
    public CustomerDetail getOf() {
        if (of == null) {
            of = customers.get(Go.id(customer));
        }
        return of;
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable String getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable String customer) {
        this.customer = customer;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }
}
