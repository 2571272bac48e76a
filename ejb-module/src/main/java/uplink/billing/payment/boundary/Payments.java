package uplink.billing.payment.boundary;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import uplink.shared.Allowed;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** Payments: taken at the cash desk, and looked up. */
@Stateless
@Allowed(Permission.PAYMENT_READ)
public class Payments {

    /**
     * Takes cash: confirmed at once, credited to the customer, allocated to the named invoice and then to the oldest.
     * {@code validation} for a bad amount; {@code not-found} for the customer or an invoice of somebody else.
     */
    @Allowed(Permission.PAYMENT_WRITE)
    public Payment take(CashPayment cash) {
        throw new UnsupportedOperationException();
    }

    /** Any payment; {@code not-found}. */
    public Payment get(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** All payments, newest first. */
    public Page<Payment> page(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** A slice for the console. */
    public List<Payment> list(PaymentQuery query) {
        throw new UnsupportedOperationException();
    }

    /** How many payments the query has in all. */
    public long count(PaymentQuery query) {
        throw new UnsupportedOperationException();
    }

    /** The caller's payments, newest first. */
    @Allowed(Permission.SELF_READ)
    public Page<Payment> own(PageRequest page) {
        throw new UnsupportedOperationException();
    }

    /** One of the caller's payments; {@code not-found}. */
    @Allowed(Permission.SELF_READ)
    public Payment own(UUID id) {
        throw new UnsupportedOperationException();
    }
}
