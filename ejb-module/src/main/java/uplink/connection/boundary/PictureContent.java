package uplink.connection.boundary;

/** A picture itself. */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record PictureContent(String mediaType, byte[] content) {}
