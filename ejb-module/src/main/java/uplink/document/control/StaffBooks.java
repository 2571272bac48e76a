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
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.billing.ledger.boundary.AccountStatement;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.customer.boundary.ContractDetail;

/** As staff sees them. */
@Dependent
public class StaffBooks implements Books {

    @Inject
    private BookSources sources;

    @Override
    public InvoiceDetail invoice(UUID id, Locale reader) {
        return sources.invoices.get(id, reader);
    }

    @Override
    public @Nullable String code(UUID invoice) {
        return sources.codes.get(invoice).qrPng();
    }

    @Override
    public Payment payment(UUID id) {
        return sources.payments.get(id);
    }

    @Override
    public ContractDetail contract(UUID id) {
        return sources.contracts.get(id);
    }

    @Override
    public List<SubscriptionRow> services(UUID customer) {
        return sources.subscriptions.ofCustomer(customer);
    }

    @Override
    public AccountStatement statement(UUID customer, LocalDate from, LocalDate to) {
        return sources.ledger.getStatement(customer, from, to);
    }

    @Override
    public List<RenderedLine> rendered(UUID customer, LocalDate before) {
        return sources.invoices.listRendered(customer, before);
    }

    @Override
    public Map<UUID, List<InvoiceLine>> lines(UUID customer, Collection<UUID> ids, Locale reader) {
        return sources.invoices.listLines(customer, ids, reader);
    }
}
