package uplink.billing.terminal.boundary;

/** What an agent proves itself with, told only once: user's name and secret of HTTP's basic authentication. */
public record AgentSecret(String user, String secret) {}
