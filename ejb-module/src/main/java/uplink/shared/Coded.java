package uplink.shared;

import java.util.Locale;

/** An enum whose words are fixed by the API and the schema: {@code CREDIT_NOTE} is {@code credit-note} there. */
public interface Coded {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of that code; {@code IllegalArgumentException} when there is none. */
    static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such " + type.getSimpleName());
    }
}
