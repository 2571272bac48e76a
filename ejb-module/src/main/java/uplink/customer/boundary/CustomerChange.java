package uplink.customer.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is to change about a customer; null leaves it as it is, an empty text takes an optional value away. */
public record CustomerChange(
        @Nullable String fullName,
        @Nullable String inn,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable BigDecimal creditLimit,
        @Nullable CustomerStatus status) {}
