package uplink.billing.payment.boundary;

import java.util.List;

/** What {@code POST /billing/pay} takes here. */
public record WaysToPay(List<PaymentMethod> methods) {}
