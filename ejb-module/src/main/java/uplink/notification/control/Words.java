package uplink.notification.control;

/**
 * What a message says, with names in braces where it differs from customer to customer.
 *
 * @param no of the version; 0: the one that came with the release
 * @param subject empty where the channel has none
 */
public record Words(int no, String subject, String body) {}
