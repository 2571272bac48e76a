package uplink.connection.boundary;

import uplink.shared.Coded;

/** What a picture of a visit is. */
public enum PictureKind implements Coded {
    PHOTO,
    /** Under the contract. */
    SIGNATURE
}
