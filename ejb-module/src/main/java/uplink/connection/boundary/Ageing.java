package uplink.connection.boundary;

/**
 * How long an application may stay in a state.
 *
 * @param warnDays after so many days somebody should look
 * @param lateDays after so many it is late
 */
public record Ageing(ApplicationStatus status, int warnDays, int lateDays) {}
