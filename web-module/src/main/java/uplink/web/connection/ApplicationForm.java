package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.RecordedApplication;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.FoundCustomer;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.web.shell.Go;

/** Writes down what somebody tells on the telephone. */
@Named
@ViewScoped
public class ApplicationForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 20;

    @Inject
    private Applications applications;

    @Inject
    private Customers customers;

    private @Nullable String find;
    private @Nullable UUID customer;
    private @Nullable String contactName;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String address;
    private @Nullable UUID tariff;
    private @Nullable String comment;
    private boolean consent;
    private String locale = "ru";

    public void save() {
        Application made = applications.record(new RecordedApplication(
                ApplicationSource.CALL,
                customer,
                contactName,
                phone,
                email,
                Go.given(address),
                tariff,
                comment,
                consent,
                locale));
        Go.to("/application?id=" + made.id(), "application.saved", made.number());
    }

    /** Customers that fit what was typed. */
    public List<FoundCustomer> getFound() {
        boolean may = Callers.current().may(Permission.CUSTOMER_READ);
        return !may || find == null || find.isBlank() ? List.of() : customers.search(find, FOUND);
    }

    public @Nullable String getFind() {
        return find;
    }

    public void setFind(@Nullable String find) {
        this.find = find;
    }

    public @Nullable UUID getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable UUID customer) {
        this.customer = customer;
    }

    public @Nullable String getContactName() {
        return contactName;
    }

    public void setContactName(@Nullable String contactName) {
        this.contactName = contactName;
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

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable UUID getTariff() {
        return tariff;
    }

    public void setTariff(@Nullable UUID tariff) {
        this.tariff = tariff;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }
}
