package uplink.catalog.entity;

import jakarta.persistence.Converter;
import uplink.catalog.boundary.TariffKind;
import uplink.shared.CodedConverter;

/** Keeps {@link TariffKind} as its code. */
@Converter(autoApply = true)
public class TariffKindCode extends CodedConverter<TariffKind> {
    public TariffKindCode() {
        super(TariffKind.class);
    }
}
