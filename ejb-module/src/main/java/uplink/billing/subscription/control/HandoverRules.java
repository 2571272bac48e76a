package uplink.billing.subscription.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.NewHolder;
import uplink.customer.boundary.NewContract;
import uplink.customer.boundary.NewCustomer;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/** When and to whom a contract may go. */
public final class HandoverRules {

    private static final int LATEST = 365;
    private static final String CONTRACT = "contract.";

    private HandoverRules() {}

    /** Refuses with {@code validation} when anything is wrong, what was found before included. */
    public static void check(Validation validation, HandoverWish wish, LocalDate today) {
        LocalDate on = wish.on();
        LocalDate latest = today.plusDays(LATEST);
        validation
                .require("on", on)
                .check(
                        on == null || (!on.isBefore(today) && !on.isAfter(latest)),
                        "on",
                        Text.of("subscription.termination.days", today, latest))
                .check(
                        (wish.customerId() == null) != (wish.customer() == null),
                        "customerId",
                        Text.of("subscription.handover.whom"))
                .done();
    }

    /** Nobody takes over from themselves. */
    public static void refuseSame(UUID from, @Nullable UUID to) {
        if (from.equals(to)) {
            throw BusinessException.invalid("customerId", Text.of("subscription.handover.same"));
        }
    }

    /** What has changed hands stays so. */
    public static void refuseHappened(LocalDate on, LocalDate today) {
        if (!on.isAfter(today)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.handover.happened", on));
        }
    }

    /** What the registration of somebody new refuses, by the fields of the hand-over. */
    public static BusinessException ofWish(BusinessException refused) {
        List<FieldError> errors = refused.errors().stream()
                .map(error -> new FieldError(ofWish(error.field()), error.message()))
                .toList();
        return errors.isEmpty() ? refused : BusinessException.invalid(errors);
    }

    private static String ofWish(String field) {
        return field.startsWith(CONTRACT) ? field.substring(CONTRACT.length()) : "customer." + field;
    }

    /** Somebody new, with the contract that is taken over as the first. */
    public static NewCustomer with(HandoverWish wish, NewContract terms) {
        NewHolder customer = Objects.requireNonNull(wish.customer());
        return new NewCustomer(
                customer.kind(),
                customer.fullName(),
                customer.inn(),
                customer.email(),
                customer.phone(),
                customer.locale(),
                null,
                terms,
                null,
                null);
    }
}
