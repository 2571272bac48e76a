package uplink.web.customer;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerChange;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewCustomer;
import uplink.web.shell.Go;

/** Registers a customer with a first contract, or changes one that is there. */
@Named
@ViewScoped
public class CustomerForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Customers customers;

    private @Nullable String id;
    private @Nullable Integer version;
    private CustomerKind kind = CustomerKind.PERSON;
    private @Nullable String fullName;
    private @Nullable String inn;
    private @Nullable String email;
    private @Nullable String phone;
    private String locale = "ru";
    private @Nullable BigDecimal creditLimit;
    private CustomerStatus status = CustomerStatus.ACTIVE;
    private @Nullable Integer billingDay = 1;
    private @Nullable String tags;
    private final RequisiteFields requisites = new RequisiteFields();
    private final AddressFields address = new AddressFields();

    public void load() {
        if (!isNew()) {
            show(customers.get(Go.id(id)));
        }
    }

    private void show(CustomerDetail customer) {
        version = customer.version();
        kind = customer.kind();
        fullName = customer.fullName();
        inn = customer.inn();
        email = customer.email();
        phone = customer.phone();
        locale = customer.locale();
        creditLimit = customer.creditLimit();
        status = customer.status();
        tags = String.join(", ", customer.tags());
        requisites.show(customer.requisites());
    }

    public void save() {
        CustomerDetail saved = isNew() ? customers.register(wanted()) : customers.update(Go.id(id), version, change());
        Go.to("/customer?id=" + saved.id(), isNew() ? "customer.registered" : "customer.saved");
    }

    private NewCustomer wanted() {
        return new NewCustomer(
                kind,
                fullName,
                inn,
                email,
                phone,
                locale,
                creditLimit,
                new NewContract(null, null, billingDay, null, address.ifAny()),
                requisites.requisites(),
                written());
    }

    /** A field that was emptied takes the value away. */
    private CustomerChange change() {
        return new CustomerChange(
                fullName,
                text(inn),
                text(email),
                text(phone),
                locale,
                creditLimit,
                status,
                requisites.requisites(),
                written());
    }

    /** Between commas. */
    private List<String> written() {
        return Stream.of(text(tags).split(",", -1))
                .filter(tag -> !tag.isBlank())
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public boolean isNew() {
        return id == null;
    }

    public CustomerKind[] getKinds() {
        return CustomerKind.values();
    }

    public CustomerStatus[] getStatuses() {
        return CustomerStatus.values();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public CustomerKind getKind() {
        return kind;
    }

    public void setKind(CustomerKind kind) {
        this.kind = kind;
    }

    public @Nullable String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName;
    }

    public @Nullable String getInn() {
        return inn;
    }

    public void setInn(@Nullable String inn) {
        this.inn = inn;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public @Nullable BigDecimal getCreditLimit() {
        return creditLimit;
    }

    public void setCreditLimit(@Nullable BigDecimal creditLimit) {
        this.creditLimit = creditLimit;
    }

    public CustomerStatus getStatus() {
        return status;
    }

    public void setStatus(CustomerStatus status) {
        this.status = status;
    }

    public @Nullable Integer getBillingDay() {
        return billingDay;
    }

    public void setBillingDay(@Nullable Integer billingDay) {
        this.billingDay = billingDay;
    }

    public @Nullable String getTags() {
        return tags;
    }

    public void setTags(@Nullable String tags) {
        this.tags = tags;
    }

    public RequisiteFields getRequisites() {
        return requisites;
    }

    public AddressFields getAddress() {
        return address;
    }
}
