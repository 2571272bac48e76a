package uplink.api.http;

import jakarta.ws.rs.core.Response.Status;

/**
 * The answer of a changing resource: its body, and the version that goes out as its entity tag. The document takes the
 * body's type for the answer's.
 */
public record Versioned<T>(T body, int version, Status status) {

    /** 200. */
    public static <T> Versioned<T> of(T body, int version) {
        return new Versioned<>(body, version, Status.OK);
    }

    /** 201. */
    public static <T> Versioned<T> made(T body, int version) {
        return new Versioned<>(body, version, Status.CREATED);
    }
}
