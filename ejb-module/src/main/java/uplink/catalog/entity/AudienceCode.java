package uplink.catalog.entity;

import jakarta.persistence.Converter;
import uplink.catalog.boundary.Audience;
import uplink.shared.CodedConverter;

/** Keeps {@link Audience} as its code. */
@Converter(autoApply = true)
public class AudienceCode extends CodedConverter<Audience> {
    public AudienceCode() {
        super(Audience.class);
    }
}
