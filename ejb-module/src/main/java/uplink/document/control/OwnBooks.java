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
import uplink.shared.BusinessException;

/** As the customer who asks sees them: their own. */
@Dependent
public class OwnBooks implements Books {

    @Inject
    private BookSources sources;

    @Override
    public InvoiceDetail invoice(UUID id, Locale reader) {
        return sources.invoices.own(id, reader);
    }

    @Override
    public @Nullable String code(UUID invoice) {
        return sources.codes.own(invoice).qrPng();
    }

    @Override
    public Payment payment(UUID id) {
        return sources.payments.own(id);
    }

    @Override
    public ContractDetail contract(UUID id) {
        return sources.contracts.mine().stream()
                .filter(contract -> contract.id().equals(id))
                .findFirst()
                .orElseThrow(BusinessException::notFound);
    }

    @Override
    public List<SubscriptionRow> services(UUID customer) {
        return sources.subscriptions.mine();
    }

    @Override
    public AccountStatement statement(UUID customer, LocalDate from, LocalDate to) {
        return sources.ledger.ownStatement(from, to);
    }

    @Override
    public List<RenderedLine> rendered(UUID customer, LocalDate before) {
        return sources.invoices.ownRendered(before);
    }

    @Override
    public Map<UUID, List<InvoiceLine>> lines(UUID customer, Collection<UUID> ids, Locale reader) {
        return sources.invoices.ownLines(ids, reader);
    }
}
