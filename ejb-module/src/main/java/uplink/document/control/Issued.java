package uplink.document.control;

import java.time.LocalDate;
import java.util.UUID;

/** A paper that was issued: what it says does not change any more. */
public record Issued(UUID id, UUID customerId, Subject subject, LocalDate issuedOn, Facts facts) {}
