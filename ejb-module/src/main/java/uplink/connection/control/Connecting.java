package uplink.connection.control;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.Application.Place;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.Completion;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.ConsentSource;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.NewConsent;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewCustomer;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.Devices;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;

/**
 * An applicant becomes a customer: contract, service, devices, each through the boundary that it belongs to. A technician
 * may do none of that alone; here it is done in the technician's name because the visit was (ADR 66).
 */
public final class Connecting {

    private final Customers customers;
    private final Contracts contracts;
    private final Consents consents;
    private final Subscriptions subscriptions;
    private final Devices devices;

    public Connecting(
            Customers customers, Contracts contracts, Consents consents, Subscriptions subscriptions, Devices devices) {
        this.customers = customers;
        this.contracts = contracts;
        this.consents = consents;
        this.subscriptions = subscriptions;
        this.devices = devices;
    }

    /**
     * From that day on, which the contract is signed on and the service begins on.
     *
     * @param consented when the applicant consented to the processing of personal data
     */
    public Connected connect(
            Application application, Completion done, UUID tariff, LocalDate on, @Nullable LocalDate consented) {
        return Callers.as(entitled(Callers.current()), () -> {
            Connected who = serve(application, done, tariff, on, consented);
            for (Completion.Handed device : done.devices()) {
                devices.issue(
                        device.deviceId(),
                        null,
                        new DeviceIssue(
                                who.customer(), device.terms(), who.subscription(), null, null, application.number()));
            }
            return who;
        });
    }

    private Connected serve(
            Application application, Completion done, UUID tariff, LocalDate on, @Nullable LocalDate consented) {
        Place place = application.place();
        NewContract contract = new NewContract(null, on, null, tariff, place == null ? null : place.wanted());
        ContractDetail opened = application.customerId() == null
                ? register(application, done, contract, consented)
                : contracts.open(application.customerId(), contract);
        UUID subscription = subscriptions
                .start(new NewSubscription(opened.customerId(), opened.id(), tariff, on, null))
                .id();
        return new Connected(opened.customerId(), opened.id(), opened.number(), subscription);
    }

    private ContractDetail register(
            Application application, Completion done, NewContract contract, @Nullable LocalDate consented) {
        CustomerDetail made = customers.register(new NewCustomer(
                done.kind(),
                done.fullName() == null ? application.contactName() : done.fullName(),
                null,
                application.email(),
                application.phone(),
                application.locale(),
                null,
                contract,
                null,
                List.of()));
        if (consented != null) {
            ConsentSource source =
                    application.source() == ApplicationSource.CALL ? ConsentSource.CALL : ConsentSource.SITE;
            consents.give(made.id(), new NewConsent(ConsentKind.PERSONAL_DATA, consented, source));
        }
        return made.contracts().get(0);
    }

    /** The same user, who may do what being connected takes. */
    private static Caller entitled(Caller caller) {
        if (caller.isSystem()) {
            return caller;
        }
        Set<Permission> all = EnumSet.of(
                Permission.CUSTOMER_READ, Permission.CUSTOMER_WRITE, Permission.DEVICE_READ, Permission.DEVICE_WRITE);
        all.addAll(caller.permissions());
        return new Caller(caller.userId(), caller.customerId(), caller.name(), all);
    }
}
