package uplink.billing.rating.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Currency;
import java.util.Locale;
import uplink.billing.rating.control.Simulator;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Settings;

/** Rating on request: computes and writes nothing. */
@Stateless
@Allowed(Permission.BILLING_SIMULATE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rating {

    /**
     * What bill runs for these targets would issue for this timeline. Refusals: {@code invalid-timeline} with the
     * {@code index} of the event that makes no sense.
     *
     * @param locale of the explanations: ru or en
     */
    public SimulationAnswer simulate(SimulationRequest request, Locale locale) {
        try {
            return Simulator.simulate(request, locale, Currency.getInstance(Settings.currency()));
        } catch (InvalidTimeline e) {
            throw e.asProblem();
        }
    }
}
