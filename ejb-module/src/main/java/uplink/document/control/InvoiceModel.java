package uplink.document.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.shared.Formats;

/**
 * What a template can say about an invoice.
 *
 * @param qrPng a code to pay with, PNG in base64; null when there is nothing to pay
 * @param madeOn the day of the paper: what is still to be paid is as of it
 */
public record InvoiceModel(InvoiceDetail invoice, Letterhead head, @Nullable String qrPng, LocalDate madeOn)
        implements PaperModel {

    @Override
    public Map<String, Object> in(Locale language) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("invoice", facts(language));
        head.into(model);
        model.put("lines", LineTexts.of(invoice.lines(), language));
        model.put("qr", PaperText.picture(qrPng));
        return model;
    }

    private Map<String, Object> facts(Locale language) {
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
        texts.put("inWords", PaperText.words(invoice.amount(), invoice.currency(), language));
        texts.put("isCreditNote", invoice.kind() == InvoiceKind.CREDIT_NOTE);
        texts.put("isCancelled", cancelled);
        texts.put("isPayable", demanded && invoice.outstanding().signum() > 0);
        texts.put("isSettledInPart", settled.signum() > 0);
        texts.put("isTaxed", invoice.tax().signum() != 0);
        return texts;
    }

    private String money(BigDecimal amount, Locale language) {
        return PaperText.money(amount, invoice.currency(), language);
    }
}
