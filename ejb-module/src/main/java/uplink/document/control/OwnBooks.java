package uplink.document.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.Invoices;
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.billing.ledger.boundary.AccountStatement;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.Payments;
import uplink.billing.requisites.boundary.PaymentQrs;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.Contracts;
import uplink.shared.BusinessException;

/** As the customer who asks sees them: their own. */
@Dependent
public class OwnBooks implements Books {

    @Inject
    private Invoices invoices;

    @Inject
    private PaymentQrs codes;

    @Inject
    private Payments payments;

    @Inject
    private Contracts contracts;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Ledger ledger;

    @Override
    public InvoiceDetail invoice(UUID id, Locale reader) {
        return invoices.own(id, reader);
    }

    @Override
    public @Nullable String code(UUID invoice) {
        return codes.own(invoice).qrPng();
    }

    @Override
    public Payment payment(UUID id) {
        return payments.own(id);
    }

    @Override
    public ContractDetail contract(UUID id) {
        return contracts.mine().stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElseThrow(BusinessException::notFound);
    }

    @Override
    public List<SubscriptionRow> services(UUID customer) {
        return subscriptions.mine();
    }

    @Override
    public AccountStatement statement(UUID customer, LocalDate from, LocalDate to) {
        return ledger.ownStatement(from, to);
    }

    @Override
    public List<RenderedLine> rendered(UUID customer, LocalDate before) {
        return invoices.ownRendered(before);
    }

    @Override
    public Map<UUID, List<InvoiceLine>> lines(UUID customer, Collection<UUID> ids, Locale reader) {
        return invoices.ownLines(ids, reader);
    }
}
