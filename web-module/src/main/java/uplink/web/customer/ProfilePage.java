package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Contact;
import uplink.customer.boundary.Contacts;

/** The people behind the customer whose page is shown. */
@Named
@RequestScoped
public class ProfilePage {

    @Inject
    private Contacts contacts;

    private @Nullable List<Contact> people;

    public List<Contact> contacts(UUID customer) {
        if (people == null) {
            people = contacts.ofCustomer(customer);
        }
        return people;
    }
}
