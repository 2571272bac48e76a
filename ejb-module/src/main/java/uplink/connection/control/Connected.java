package uplink.connection.control;

import java.util.UUID;

/** Whom an applicant has become, under which contract, with which service. */
public record Connected(UUID customer, UUID contract, String contractNumber, UUID subscription) {}
