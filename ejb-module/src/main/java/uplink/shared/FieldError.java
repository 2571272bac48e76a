package uplink.shared;

/**
 * What is wrong with one field of a request. Never carries the rejected value.
 *
 * @param field path of the field as the client sent it, for example {@code timeline[2].date}
 */
public record FieldError(String field, Text message) {}
