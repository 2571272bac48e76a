package uplink.api.customer;

/** Why, as the customer reads it. */
public record AnswerRequest(String answer) {}
