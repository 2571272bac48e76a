package uplink.connection.boundary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** When which crew comes, or has come. */
public record Visit(UUID workOrderId, UUID crewId, String crew, LocalDate day, LocalTime starts, LocalTime ends) {}
