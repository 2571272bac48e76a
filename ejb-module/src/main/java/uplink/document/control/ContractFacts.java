package uplink.document.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.boundary.Requisites;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.shared.Formats;
import uplink.shared.Text;

/**
 * What was agreed, as of the day on which the paper is issued.
 *
 * @param address where service is delivered, in one line
 * @param services that have not ended, oldest first
 */
public record ContractFacts(
        Payer payer,
        @Nullable Requisites payee,
        String number,
        LocalDate signedOn,
        @Nullable LocalDate closedOn,
        int billingDay,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String email,
        String currency,
        List<Service> services)
        implements Facts {

    /**
     * A service under the contract.
     *
     * @param period ISO 8601; null, as the price: the tariff has none yet
     */
    public record Service(
            String nameRu, String nameEn, @Nullable BigDecimal price, @Nullable String period, LocalDate from) {

        static Service of(SubscriptionRow row) {
            return new Service(row.tariffNameRu(), row.tariffNameEn(), row.price(), row.period(), row.startedOn());
        }
    }

    @Override
    public Map<String, Object> in(Locale language) {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("number", PaperText.of(number));
        texts.put("signedOn", Formats.day(signedOn, language));
        texts.put("closedOn", closedOn == null ? "" : Formats.day(closedOn, language));
        texts.put("billingDay", Integer.toString(billingDay));
        texts.put("address", PaperText.of(address));
        texts.put("phone", PaperText.of(phone));
        texts.put("email", PaperText.of(email));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("contract", texts);
        model.put("services", services(language));
        return model;
    }

    private List<Map<String, Object>> services(Locale language) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Service service : services) {
            boolean english = language.getLanguage().equals("en");
            Map<String, Object> texts = new LinkedHashMap<>();
            texts.put("no", Integer.toString(all.size() + 1));
            texts.put("title", PaperText.of(english ? service.nameEn() : service.nameRu()));
            texts.put("from", Formats.day(service.from(), language));
            texts.put("price", service.price() == null ? "" : PaperText.money(service.price(), currency, language));
            texts.put(
                    "period",
                    service.period() == null
                            ? ""
                            : Text.of("document.period." + service.period()).in(language));
            all.add(texts);
        }
        return all;
    }
}
