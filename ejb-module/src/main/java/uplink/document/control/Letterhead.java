package uplink.document.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.Requisites;

/**
 * Who makes a paper out to whom.
 *
 * @param payee null until the provider's details are entered
 * @param logoPng the provider's sign, PNG in base64
 */
public record Letterhead(Payer payer, @Nullable Requisites payee, @Nullable String logoPng) {

    /** Adds what templates call {@code payer}, {@code payee} and {@code logo}. */
    void into(Map<String, Object> model) {
        model.put("payer", payerTexts());
        model.put("payee", payeeTexts());
        model.put("logo", PaperText.picture(logoPng));
    }

    private Map<String, Object> payerTexts() {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("name", PaperText.of(payer.name()));
        texts.put("contract", PaperText.of(payer.contract()));
        texts.put("inn", PaperText.of(payer.inn()));
        texts.put("kpp", PaperText.of(payer.kpp()));
        texts.put("ogrn", PaperText.of(payer.ogrn()));
        texts.put("address", PaperText.of(payer.address()));
        texts.put("bankName", PaperText.of(payer.bankName()));
        texts.put("bic", PaperText.of(payer.bic()));
        texts.put("account", PaperText.of(payer.account()));
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
}
