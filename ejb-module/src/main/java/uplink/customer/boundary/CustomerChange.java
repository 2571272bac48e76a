package uplink.customer.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a customer; null leaves it as it is, an empty text takes an optional value away.
 *
 * @param requisites all of them anew; without any value they are taken away
 * @param tags all of them anew: at most ten words of at most 30 letters, digits, blanks and dashes
 */
public record CustomerChange(
        @Nullable String fullName,
        @Nullable String inn,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale,
        @Nullable BigDecimal creditLimit,
        @Nullable CustomerStatus status,
        @Nullable CustomerRequisites requisites,
        @Nullable List<String> tags) {}
