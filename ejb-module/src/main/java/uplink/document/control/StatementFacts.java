package uplink.document.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.AccountMovement;
import uplink.billing.ledger.boundary.AccountStatement;
import uplink.billing.requisites.boundary.Requisites;
import uplink.shared.Formats;
import uplink.shared.Text;

/** Where an account stood, what moved, and who owes whom in the end, by the provider's books: debit is what the customer owes. */
public record StatementFacts(Payer payer, @Nullable Requisites payee, AccountStatement account) implements Facts {

    @Override
    public Map<String, Object> in(Locale language) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("statement", head(language));
        model.put("movements", movements(language));
        return model;
    }

    private Map<String, Object> head(Locale language) {
        BigDecimal closing = account.closing();
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("from", Formats.day(account.from(), language));
        texts.put("to", Formats.day(account.to().minusDays(1), language));
        texts.put("openingDebit", owed(account.opening(), language));
        texts.put("openingCredit", owed(account.opening().negate(), language));
        texts.put("debits", money(account.debits(), language));
        texts.put("credits", money(account.credits(), language));
        texts.put("closingDebit", owed(closing, language));
        texts.put("closingCredit", owed(closing.negate(), language));
        texts.put("balance", money(closing.abs(), language));
        texts.put("inWords", PaperText.words(closing, account.currency(), language));
        texts.put("isCustomerInDebt", closing.signum() < 0);
        texts.put("isProviderInDebt", closing.signum() > 0);
        return texts;
    }

    private List<Map<String, Object>> movements(Locale language) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (AccountMovement movement : account.movements()) {
            Map<String, Object> texts = new LinkedHashMap<>();
            texts.put("no", Integer.toString(all.size() + 1));
            texts.put("on", Formats.day(movement.on(), language));
            texts.put("what", what(movement, language));
            texts.put("debit", owed(movement.amount(), language));
            texts.put("credit", owed(movement.amount().negate(), language));
            all.add(texts);
        }
        return all;
    }

    private static String what(AccountMovement movement, Locale language) {
        Text type = Text.of("document.movement." + movement.type().code());
        Text what = movement.invoiceNumber() == null || movement.invoiceOn() == null
                ? type
                : Text.of("document.movement.of", type, movement.invoiceNumber(), movement.invoiceOn());
        return PaperText.of(what.in(language));
    }

    /** A change of the balance for the worse; empty when it is for the better. */
    private String owed(BigDecimal change, Locale language) {
        return change.signum() < 0 ? money(change.negate(), language) : "";
    }

    private String money(BigDecimal amount, Locale language) {
        return PaperText.money(amount, account.currency(), language);
    }
}
