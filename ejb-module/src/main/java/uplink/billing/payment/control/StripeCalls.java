package uplink.billing.payment.control;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import java.util.function.Function;

/** What Stripe's library does, with everything that can go wrong there, as answers. */
final class StripeCalls {

    /** A call of the library. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws StripeException;
    }

    private StripeCalls() {}

    /**
     * Never throws.
     *
     * @param refused what Stripe refuses, it refuses for good
     * @param unknown silence, its own fault, or nonsense
     */
    static <T> T answered(Question<T> question, Function<String, T> refused, Function<String, T> unknown) {
        try {
            return question.ask();
        } catch (ApiConnectionException e) {
            return unknown.apply(String.valueOf(e.getMessage()));
        } catch (InvalidRequestException | AuthenticationException e) {
            return refused.apply(detail(e));
        } catch (StripeException e) {
            return unknown.apply(e.getStatusCode() == null ? String.valueOf(e.getMessage()) : detail(e));
        } catch (RuntimeException e) {
            // the library reads JSON that is not what it should be
            return unknown.apply("not an answer: " + e.getClass().getSimpleName());
        }
    }

    static String detail(StripeException e) {
        StripeError error = e.getStripeError();
        String code = error == null ? null : error.getCode();
        return "HTTP " + e.getStatusCode() + (code == null ? "" : " " + code);
    }
}
