package uplink.shared;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link Coded} enum as its code. Each enum has a small {@code @Converter(autoApply = true)} subclass. */
public abstract class CodedConverter<E extends Enum<E> & Coded>
        implements AttributeConverter<@Nullable E, @Nullable String> {

    private final Class<E> type;

    protected CodedConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable E value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable E convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(type, code);
    }
}
