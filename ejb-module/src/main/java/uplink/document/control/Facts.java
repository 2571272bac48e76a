package uplink.document.control;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.Requisites;
import uplink.document.boundary.DocumentKind;
import uplink.shared.Json;

/**
 * What a paper says, in no language yet: settled when it is issued and kept with it, so that it says the same in each language,
 * whenever its file is made.
 */
public sealed interface Facts permits ReceiptFacts, ActFacts, StatementFacts, ContractFacts {

    Payer payer();

    /** Null until the provider's details were entered. */
    @Nullable
    Requisites payee();

    /** What templates can name besides both parties and the paper's number. */
    Map<String, Object> in(Locale language);

    /** As they were kept. */
    static Facts read(DocumentKind kind, String json) {
        return switch (kind) {
            case RECEIPT -> Json.read(json, ReceiptFacts.class);
            case ACT -> Json.read(json, ActFacts.class);
            case STATEMENT -> Json.read(json, StatementFacts.class);
            case CONTRACT -> Json.read(json, ContractFacts.class);
            case INVOICE, CREDIT_NOTE -> throw new IllegalArgumentException(kind + " is kept as an invoice");
        };
    }
}
