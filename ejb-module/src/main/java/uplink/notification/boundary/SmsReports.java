package uplink.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.DeliveryReports;
import uplink.notification.control.sms.HttpSmsReports;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;

/** What the service for short messages reports over HTTP; each report is written down by itself, without a transaction around. */
@Stateless
@Allowed(Permission.ANYONE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmsReports {

    @Inject
    private HttpSmsReports service;

    @Inject
    private DeliveryReports reports;

    /**
     * Those of unknown messages and those that are no end are ignored. Refused with {@code not-found} for whoever does not
     * know the secret, and for everybody where none is set.
     *
     * @param parameters of the address and of a form
     * @param body as it came
     */
    public void hear(String secret, Map<String, String> parameters, String body) {
        if (!service.isFromTheService(secret)) {
            throw BusinessException.notFound();
        }
        service.read(parameters, body)
                .forEach(told -> reports.arrived(ChannelKind.SMS, told.reference(), told.delivered(), told.why()));
    }
}
