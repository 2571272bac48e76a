package uplink.billing.terminal.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.terminal.boundary.NewPaymentAgent;
import uplink.billing.terminal.boundary.PaymentAgent;
import uplink.shared.BusinessException;
import uplink.shared.Money;
import uplink.shared.Settings;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What an agent may be. */
public final class AgentRules {

    private static final int MOST_ADDRESSES = 50;

    private AgentRules() {}

    /** Refusals: {@code validation}. */
    public static PaymentAgent checked(UUID id, NewPaymentAgent wanted, int version, Instant createdAt) {
        Validation validation = new Validation();
        String code = validation.text("code", wanted.code(), 30);
        validation.check(code.isEmpty() || code.matches("[a-z0-9][a-z0-9-]+"), "code", Text.of("terminal.agent.code"));
        String name = validation.text("name", wanted.name(), 200);
        BigDecimal min = amount(validation, "minAmount", wanted.minAmount());
        BigDecimal max = amount(validation, "maxAmount", wanted.maxAmount());
        BigDecimal daily = wanted.dailyLimit() == null ? null : amount(validation, "dailyLimit", wanted.dailyLimit());
        validation.check(max.compareTo(min) >= 0, "maxAmount", Text.of("terminal.agent.max"));
        validation.check(daily == null || daily.compareTo(max) >= 0, "dailyLimit", Text.of("terminal.agent.daily"));
        List<String> addresses = networks(validation, wanted.addresses());
        validation.done();
        boolean active = wanted.active() == null || wanted.active();
        return new PaymentAgent(
                id, code, name, active, false, addresses, min, max, daily, Settings.currency(), version, createdAt);
    }

    /** Payments are known by the code, so it stays what it is; {@code validation}. */
    public static PaymentAgent same(PaymentAgent before, PaymentAgent after) {
        if (!before.code().equals(after.code())) {
            throw BusinessException.invalid("code", Text.of("terminal.agent.code-stays"));
        }
        return after;
    }

    private static BigDecimal amount(Validation validation, String field, @Nullable BigDecimal amount) {
        validation.require(field, amount);
        boolean fits = amount == null
                || amount.signum() > 0
                        && Money.isInRange(amount)
                        && amount.stripTrailingZeros().scale() <= 2;
        validation.check(fits, field, Text.of("terminal.agent.amount"));
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static List<String> networks(Validation validation, @Nullable List<String> written) {
        List<String> given = written == null ? List.of() : written;
        validation.check(
                given.size() <= MOST_ADDRESSES, "addresses", Text.of("terminal.agent.addresses", MOST_ADDRESSES));
        validation.check(
                given.stream().allMatch(text -> Network.of(text).isPresent()),
                "addresses",
                Text.of("terminal.agent.address"));
        return given.stream()
                .flatMap(text -> Network.of(text).stream())
                .distinct()
                .toList();
    }
}
