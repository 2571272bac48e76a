package uplink.standin;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Refunds and disputes of Stripe's API v1. What the provider takes by itself is a dispute there. */
final class StripeReturns {

    private final StandInRefunds refunds;
    private final StripeFace payments;

    /** @param payments whose ids and words it shares */
    StripeReturns(StandInRefunds refunds, StripeFace payments) {
        this.refunds = refunds;
        this.payments = payments;
    }

    Reply refunds(Call call) {
        return call.isPost() ? refund(call) : list(call, refund -> !refund.taken());
    }

    Reply disputes(Call call) {
        return call.isPost() ? payments.error(404, "resource_missing") : list(call, StandInRefund::taken);
    }

    private Reply refund(Call call) {
        Map<String, String> form = call.form();
        String key = payments.key(call);
        StandInPayment payment = payments.find(form.getOrDefault("payment_intent", ""));
        String amount = form.get("amount");
        if (key == null || payment == null || amount == null) {
            return payments.error(400, "parameter_missing");
        }
        StandInRefund refund = refunds.give(
                key,
                payment,
                BigDecimal.valueOf(Long.parseLong(amount), 2),
                "",
                StripeFace.metadata(form, "metadata["));
        return refund == null
                ? payments.error(400, "charge_already_refunded")
                : Reply.json(200, JsonText.write(json(refund)));
    }

    private Reply list(Call call, Predicate<StandInRefund> which) {
        StandInPayment payment = payments.find(call.query().getOrDefault("payment_intent", ""));
        List<Map<String, Object>> data = payment == null
                ? List.of()
                : refunds.of(payment).stream()
                        .filter(which)
                        .map(StripeReturns::json)
                        .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("object", "list");
        answer.put("url", call.path());
        answer.put("has_more", false);
        answer.put("data", data);
        return Reply.json(200, JsonText.write(answer));
    }

    private static Map<String, Object> json(StandInRefund refund) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", (refund.taken() ? "dp_" : "re_") + refund.id());
        json.put("object", refund.taken() ? "dispute" : "refund");
        json.put("payment_intent", StripeFace.intentId(refund.payment()));
        json.put("amount", StripeFace.hundredths(refund.amount()));
        json.put("currency", refund.payment().wanted().currency());
        json.put("metadata", refund.metadata());
        json.put(
                "status",
                switch (refund.state()) {
                    case OPEN -> "needs_response";
                    case DONE -> refund.taken() ? "lost" : "succeeded";
                    case KEPT -> "won";
                });
        if (refund.taken()) {
            json.put("reason", "fraudulent");
        }
        return json;
    }
}
