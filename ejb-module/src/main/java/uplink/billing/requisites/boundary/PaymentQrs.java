package uplink.billing.requisites.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.requisites.control.PayText;
import uplink.billing.requisites.control.RequisiteRows;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.QrCode;
import uplink.shared.Sql;

/** Codes to pay invoices with. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class PaymentQrs {

    private static final String ROUBLES = "RUB";
    private static final Set<InvoiceStatus> OPEN = Set.of(InvoiceStatus.PENDING, InvoiceStatus.OVERDUE);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Invoices invoices;

    /** For what is still to be paid of one of the caller's invoices; {@code not-found}. */
    @Allowed(Permission.SELF_READ)
    public PaymentQr own(UUID invoice) {
        return of(invoices.own(invoice, Locale.ROOT));
    }

    /** The same for any invoice; {@code not-found}. */
    public PaymentQr get(UUID invoice) {
        return of(invoices.get(invoice, Locale.ROOT));
    }

    private PaymentQr of(InvoiceDetail invoice) {
        boolean payable = OPEN.contains(invoice.status())
                && invoice.kind() == InvoiceKind.INVOICE
                && invoice.currency().equals(ROUBLES)
                && invoice.outstanding().signum() > 0;
        return payable
                ? new RequisiteRows(Sql.in(database))
                        .find()
                        .map(payee -> code(payee, invoice))
                        .orElse(PaymentQr.NONE)
                : PaymentQr.NONE;
    }

    private static PaymentQr code(Requisites payee, InvoiceDetail invoice) {
        String text = PayText.of(
                payee, invoice.contractNumber(), invoice.number(), invoice.issuedOn(), invoice.outstanding());
        return new PaymentQr(true, text, Base64.getEncoder().encodeToString(QrCode.large(text)));
    }
}
