package uplink.billing.payment.control;

import java.util.UUID;

/** A payment about which its provider is to be asked. */
public record Due(UUID payment, String provider) {}
