package uplink.document.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.billing.payment.boundary.Payment;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.requisites.boundary.Requisites;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.customer.boundary.ContractDetail;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** What papers will say, gathered from the books. */
final class Drafts {

    private final Books books;
    private final DraftRows rows;
    private final PaperRows papers;
    private final DocumentRows documents;
    private final @Nullable Requisites payee;

    Drafts(Sql sql, Books books, @Nullable Requisites payee) {
        this.books = books;
        this.rows = new DraftRows(sql);
        this.papers = new PaperRows(sql);
        this.documents = new DocumentRows(sql);
        this.payee = payee;
    }

    /** Refusals: {@code invalid-state} unless money has come by it, also when it turned out never to have. */
    Draft receipt(Payment payment) {
        DraftRows.Taken taken = rows.taken(payment.id());
        if (payment.status() != PaymentStatus.SUCCEEDED
                || payment.method() == PaymentMethod.BALANCE
                || payment.confirmedAt() == null
                || taken.reversed()) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("document.receipt.no-money"));
        }
        ReceiptFacts facts = new ReceiptFacts(
                documents.payer(payment.customerId()),
                payee,
                BusinessClock.local(payment.confirmedAt()),
                payment.captured(),
                payment.refunded(),
                payment.currency(),
                payment.method().code(),
                taken.invoice(),
                payment.comment(),
                taken.cashier());
        return Draft.of(payment.customerId(), payment.id(), facts);
    }

    Draft contract(ContractDetail contract) {
        DraftRows.Contact contact = rows.contact(contract.customerId());
        List<ContractFacts.Service> services = new ArrayList<>();
        for (SubscriptionRow row : books.services(contract.customerId())) {
            if (row.contractId().equals(contract.id()) && row.status() != SubscriptionStatus.CANCELLED) {
                services.add(ContractFacts.Service.of(row));
            }
        }
        Collections.reverse(services);
        ContractFacts facts = new ContractFacts(
                documents.payer(contract.customerId()),
                payee,
                contract.number(),
                contract.signedOn(),
                contract.closedOn(),
                contract.billingDay(),
                contract.address() == null ? null : contract.address().line(),
                contact.phone(),
                contact.email(),
                contact.currency(),
                services);
        return Draft.of(contract.customerId(), contract.id(), facts);
    }

    Draft statement(UUID customer, LocalDate from, LocalDate to) {
        return Draft.of(
                customer, new StatementFacts(documents.payer(customer), payee, books.statement(customer, from, to)));
    }

    /**
     * Which lines the act of a month says were rendered: those whose last day lies in it, and those of earlier months that have
     * an act without them, because they were billed later. Each is in one act.
     */
    List<RenderedLine> rendered(UUID customer, LocalDate month) {
        Set<LocalDate> acts = papers.months(customer);
        Set<PaperRows.Line> taken = papers.taken(customer);
        return books.rendered(customer, month.plusMonths(1)).stream()
                .filter(line -> monthOf(line).equals(month) || acts.contains(monthOf(line)))
                .filter(line -> !taken.contains(PaperRows.Line.of(line)))
                .toList();
    }

    /** Refusals: {@code not-allowed} when there are no lines. */
    Draft act(UUID customer, LocalDate month, List<RenderedLine> rendered) {
        if (rendered.isEmpty()) {
            throw new BusinessException(ProblemType.NOT_ALLOWED, Text.of("document.act.nothing"));
        }
        List<InvoiceLine> lines = lines(customer, byInvoice(rendered), Locale.ROOT);
        return Draft.of(customer, ActFacts.of(documents.payer(customer), payee, month, lines));
    }

    /** In the reader's language, in that order. */
    List<InvoiceLine> lines(UUID customer, Map<UUID, List<Integer>> wanted, Locale reader) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<InvoiceLine>> all = books.lines(customer, wanted.keySet(), reader);
        List<InvoiceLine> lines = new ArrayList<>();
        wanted.forEach((invoice, numbers) -> numbers.forEach(
                no -> lines.add(all.getOrDefault(invoice, List.of()).get(no - 1))));
        return lines;
    }

    /** Their numbers by invoice, in order. */
    static Map<UUID, List<Integer>> byInvoice(List<RenderedLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        RenderedLine::invoiceId,
                        LinkedHashMap::new,
                        Collectors.mapping(RenderedLine::no, Collectors.toList())));
    }

    private static LocalDate monthOf(RenderedLine line) {
        return line.lastDay().withDayOfMonth(1);
    }
}
