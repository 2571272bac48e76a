package uplink.bulk.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkParameters;
import uplink.bulk.boundary.NewBulkWork;
import uplink.customer.boundary.CustomerTags;
import uplink.shared.Money;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What the order of a work must be like. */
public final class OrderRules {

    /** The correction that takes it back says so before it, and a reason in the ledger has five hundred. */
    private static final int LONGEST_REASON = 400;

    private final Validation validation;
    private final String currency;

    public OrderRules(Validation validation, String currency) {
        this.validation = validation;
        this.currency = currency;
    }

    /** As it is kept: only what belongs to the kind. Whatever is wrong is told to the validation. */
    public NewBulkWork checked(NewBulkWork wanted) {
        validation.require("kind", wanted.kind());
        validation.require("filter", wanted.filter());
        validation.require("parameters", wanted.parameters());
        validation.done();
        return new NewBulkWork(
                wanted.kind(), wanted.filter().checked(validation), parameters(wanted.kind(), wanted.parameters()));
    }

    private BulkParameters parameters(BulkKind kind, BulkParameters wanted) {
        return switch (kind) {
            case TAG, UNTAG -> BulkParameters.ofTag(CustomerTags.checked("parameters.tag", wanted.tag(), validation));
            case TARIFF -> tariff(wanted);
            case ADJUST -> correction(wanted);
        };
    }

    private BulkParameters tariff(BulkParameters wanted) {
        UUID to = wanted.tariffId();
        validation
                .require("parameters.fromTariffId", wanted.fromTariffId())
                .require("parameters.tariffId", to)
                .require("parameters.when", wanted.when())
                .check(
                        to == null || !to.equals(wanted.fromTariffId()),
                        "parameters.tariffId",
                        Text.of("bulk.tariff.same"));
        return new BulkParameters(null, wanted.fromTariffId(), to, wanted.when(), null, null, null);
    }

    private BulkParameters correction(BulkParameters wanted) {
        BigDecimal amount = wanted.amount();
        String field = "parameters.amount";
        validation
                .require(field, amount)
                .check(amount == null || amount.signum() != 0, field, Text.of("ledger.amount-of-nothing"))
                .check(amount == null || Money.isInRange(amount), field, Text.of("shared.money.range"));
        String theirs = wanted.currency();
        validation.check(
                theirs == null || theirs.equals(currency),
                "parameters.currency",
                Text.of("ledger.other-currency", currency));
        if (amount != null) {
            validation.scaled(field, amount, currency);
        }
        String reason = validation.words("parameters.reason", wanted.reason(), LONGEST_REASON);
        return new BulkParameters(null, null, null, null, kept(amount), currency, reason);
    }

    private @Nullable BigDecimal kept(@Nullable BigDecimal amount) {
        return amount == null || !validation.errors().isEmpty()
                ? amount
                : Money.of(amount, currency).amount();
    }
}
