package uplink.document.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.Formats;
import uplink.shared.Money;
import uplink.shared.SumInWords;

/**
 * What a template can say about an invoice: texts as the reader writes them, conditions, one list. Every name is there
 * whatever the invoice, so that a template that works for one works for all.
 *
 * @param payee null until the provider's details are entered
 * @param qrPng a code to pay with, PNG in base64; null when there is nothing to pay
 * @param logoPng the provider's sign, PNG in base64
 * @param madeOn the day of the paper: what is still to be paid is as of it
 */
public record InvoiceModel(
        InvoiceDetail invoice,
        Payer payer,
        @Nullable Requisites payee,
        @Nullable String qrPng,
        @Nullable String logoPng,
        LocalDate madeOn) {

    public Map<String, Object> in(Locale language) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("invoice", head(language));
        model.put("payer", payerTexts());
        model.put("payee", payeeTexts());
        model.put("lines", lines(language));
        model.put("qr", picture(qrPng));
        model.put("logo", picture(logoPng));
        return model;
    }

    private Map<String, Object> head(Locale language) {
        boolean cancelled = invoice.status() == InvoiceStatus.CANCELLED;
        boolean demanded = invoice.kind() == InvoiceKind.INVOICE && !cancelled;
        BigDecimal settled = demanded ? invoice.amount().subtract(invoice.outstanding()) : BigDecimal.ZERO;
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("number", PaperText.of(invoice.number()));
        texts.put("issuedOn", Formats.day(invoice.issuedOn(), language));
        texts.put("dueDate", Formats.day(invoice.dueDate(), language));
        texts.put("madeOn", Formats.day(madeOn, language));
        texts.put("amount", money(invoice.amount(), language));
        texts.put("tax", money(invoice.tax(), language));
        texts.put("net", money(invoice.amount().subtract(invoice.tax()), language));
        texts.put("settled", money(settled, language));
        texts.put("toPay", money(invoice.outstanding(), language));
        texts.put("inWords", SumInWords.of(Money.of(invoice.amount(), invoice.currency()), language));
        texts.put("isCreditNote", invoice.kind() == InvoiceKind.CREDIT_NOTE);
        texts.put("isCancelled", cancelled);
        texts.put("isPayable", demanded && invoice.outstanding().signum() > 0);
        texts.put("isSettledInPart", settled.signum() > 0);
        texts.put("isTaxed", invoice.tax().signum() != 0);
        return texts;
    }

    private Map<String, Object> payerTexts() {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("name", PaperText.of(payer.name()));
        texts.put("contract", PaperText.of(invoice.contractNumber()));
        texts.put("inn", PaperText.of(payer.inn()));
        texts.put("kpp", PaperText.of(payer.kpp()));
        texts.put("address", PaperText.of(payer.address()));
        return texts;
    }

    private Map<String, Object> payeeTexts() {
        Requisites known = payee == null ? new Requisites("", "", null, "", "", "", null, "", null, null) : payee;
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("isKnown", payee != null);
        texts.put("name", PaperText.of(known.name()));
        texts.put("inn", PaperText.of(known.inn()));
        texts.put("kpp", PaperText.of(known.kpp()));
        texts.put("account", PaperText.of(known.account()));
        texts.put("bankName", PaperText.of(known.bankName()));
        texts.put("bic", PaperText.of(known.bic()));
        texts.put("corrAccount", PaperText.of(known.corrAccount()));
        texts.put("address", PaperText.of(known.address()));
        return texts;
    }

    private List<Map<String, Object>> lines(Locale language) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            lines.add(line(lines.size() + 1, line, language));
        }
        return lines;
    }

    /** People read a period by its last day; the line keeps the day after it. A fee has one day. */
    private Map<String, Object> line(int no, InvoiceLine line, Locale language) {
        boolean several = line.to().isAfter(line.from().plusDays(1));
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("no", Integer.toString(no));
        texts.put("title", PaperText.of(line.title()));
        texts.put("explanation", PaperText.of(line.explanation()));
        texts.put("from", Formats.day(line.from(), language));
        texts.put("to", Formats.day(several ? line.to().minusDays(1) : line.from(), language));
        texts.put("isPeriod", several);
        texts.put("price", money(line.price(), language));
        texts.put("net", money(line.amount().subtract(line.tax()), language));
        texts.put("taxRate", Formats.number(line.taxRate(), language));
        texts.put("tax", money(line.tax(), language));
        texts.put("amount", money(line.amount(), language));
        return texts;
    }

    private static String picture(@Nullable String png) {
        return png == null ? "" : "data:image/png;base64," + png;
    }

    private String money(BigDecimal amount, Locale language) {
        return PaperText.of(Formats.money(amount, invoice.currency(), language));
    }
}
