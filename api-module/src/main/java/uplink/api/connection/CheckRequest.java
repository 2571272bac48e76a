package uplink.api.connection;

/** Whether something was looked at. */
public record CheckRequest(boolean done) {}
