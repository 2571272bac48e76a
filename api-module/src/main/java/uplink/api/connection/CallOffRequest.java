package uplink.api.connection;

/** Why a visit is not made. */
public record CallOffRequest(String reason) {}
