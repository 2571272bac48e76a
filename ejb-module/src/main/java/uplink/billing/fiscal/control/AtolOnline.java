package uplink.billing.fiscal.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uplink.billing.fiscal.boundary.FiscalContent;
import uplink.billing.fiscal.boundary.FiscalItem;
import uplink.billing.fiscal.boundary.FiscalKind;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.shared.Settings;

/**
 * АТОЛ Онлайн, API v4 over HTTP (format of tags 1.05): a token for a day, a receipt under our key, and asking for what
 * was printed.
 */
public final class AtolOnline implements FiscalService {

    /**
     * The seller's account there, and what stands in all its receipts.
     *
     * @param sno taxation system: osn, usn_income, usn_income_outcome, esn, patent
     * @param address the shop's, as the tax office knows it
     */
    public record Shop(
            String url,
            String login,
            String password,
            String group,
            String inn,
            String sno,
            String email,
            String address,
            ZoneId zone) {

        static Shop configured() {
            return new Shop(
                    Settings.text("UPLINK_ATOL_URL", "https://online.atol.ru"),
                    required("UPLINK_ATOL_LOGIN"),
                    required("UPLINK_ATOL_PASSWORD"),
                    required("UPLINK_ATOL_GROUP"),
                    required("UPLINK_FISCAL_INN"),
                    Settings.text("UPLINK_FISCAL_SNO", "osn"),
                    required("UPLINK_FISCAL_EMAIL"),
                    required("UPLINK_FISCAL_ADDRESS"),
                    ZoneId.of(Settings.text("UPLINK_ZONE", "Europe/Moscow")));
        }

        private static String required(String name) {
            String value = Settings.text(name, "");
            if (value.isEmpty()) {
                throw new IllegalArgumentException("UPLINK_FISCAL=atol needs " + name);
            }
            return value;
        }
    }

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    /** The receipt is there already, under the same id. */
    private static final int DUPLICATE = 33;
    /** Not there yet, as far as the answering node knows. */
    private static final int NOT_FOUND_YET = 34;
    /** Of the token: wrong, expired. */
    private static final Set<Integer> TOKEN = Set.of(10, 11, 12, 13);

    private static final Set<Integer> OWN_FAULT = Set.of(0, 1, 2, 20, 50);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Shop shop;
    private final HttpTalk talk;
    private volatile @Nullable String token;

    public AtolOnline(Shop shop, Duration patience) {
        this.shop = shop;
        this.talk = new HttpTalk(patience);
    }

    @Override
    public FiscalAnswer register(FiscalOrder order) {
        String operation = order.kind() == FiscalKind.REFUND ? "sell_refund" : "sell";
        return withToken(given -> registered(talk.send(request(shop.group() + "/" + operation, given)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body(order))))
                .build())));
    }

    @Override
    public FiscalAnswer ask(FiscalOrder order) {
        return withToken(given -> reported(
                order,
                talk.send(request(shop.group() + "/report/" + order.externalId(), given)
                        .GET()
                        .build())));
    }

    /** What is done with a token. */
    private interface Call {
        /** Null when the token was no good. */
        @Nullable
        FiscalAnswer with(String token);
    }

    /** A token that has expired is fetched again, once. */
    private FiscalAnswer withToken(Call call) {
        for (int i = 0; i < 2; i++) {
            String given = token == null ? fetchToken() : token;
            if (given == null) {
                return FiscalAnswer.nothing("no token");
            }
            FiscalAnswer answer = call.with(given);
            if (answer != null) {
                return answer;
            }
            token = null;
        }
        return FiscalAnswer.nothing("the token is not accepted");
    }

    private @Nullable String fetchToken() {
        HttpTalk.Answer answer = talk.send(HttpRequest.newBuilder(uri("getToken"))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.write(Map.of("login", shop.login(), "pass", shop.password()))))
                .build());
        Object fetched = parsed(answer.body()).get("token");
        token = answer.status() == 200 && fetched instanceof String text ? text : null;
        return token;
    }

    private HttpRequest.Builder request(String path, String given) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Token", given);
    }

    private URI uri(String path) {
        return URI.create(shop.url().replaceAll("/+$", "") + "/possystem/v4/" + path);
    }

    private static @Nullable FiscalAnswer registered(HttpTalk.Answer answer) {
        Map<String, Object> body = parsed(answer.body());
        Integer code = errorCode(body);
        if (isTokenTrouble(answer, code)) {
            return null;
        }
        Object uuid = body.get("uuid");
        boolean has = uuid instanceof String id && id.matches("[0-9A-Za-z-]{1,100}");
        if (has && (code == null || code == DUPLICATE)) {
            return FiscalAnswer.accepted((String) uuid);
        }
        boolean refused = code != null && !OWN_FAULT.contains(code) && answer.status() < 500;
        return refused ? FiscalAnswer.refused(error(body)) : FiscalAnswer.nothing(told(answer, body));
    }

    private static @Nullable FiscalAnswer reported(FiscalOrder order, HttpTalk.Answer answer) {
        Map<String, Object> body = parsed(answer.body());
        Integer code = errorCode(body);
        if (isTokenTrouble(answer, code)) {
            return null;
        }
        String status = String.valueOf(body.get("status"));
        if (status.equals("done") && body.get("payload") instanceof Map<?, ?> printed && isOf(order, printed)) {
            Map<String, Object> document = new HashMap<>();
            printed.forEach((name, value) -> document.put(String.valueOf(name), value));
            return FiscalAnswer.printed(null, document);
        }
        if (status.equals("fail") && code != null && code != NOT_FOUND_YET) {
            return FiscalAnswer.refused(error(body));
        }
        return status.equals("wait") || code != null && code == NOT_FOUND_YET
                ? FiscalAnswer.accepted(null)
                : FiscalAnswer.nothing(told(answer, body));
    }

    /** A receipt with another total is somebody else's, or nonsense. */
    private static boolean isOf(FiscalOrder order, Map<?, ?> printed) {
        try {
            return new BigDecimal(String.valueOf(printed.get("total")))
                            .compareTo(order.content().total())
                    == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isTokenTrouble(HttpTalk.Answer answer, @Nullable Integer code) {
        return answer.status() == 401 || code != null && TOKEN.contains(code);
    }

    private static @Nullable Integer errorCode(Map<String, Object> body) {
        return body.get("error") instanceof Map<?, ?> error && error.get("code") instanceof Number code
                ? code.intValue()
                : null;
    }

    private static String error(Map<String, Object> body) {
        return body.get("error") instanceof Map<?, ?> error ? error.get("code") + " " + error.get("text") : "";
    }

    private static String told(HttpTalk.Answer answer, Map<String, Object> body) {
        return answer.failure() == null ? ("HTTP " + answer.status() + " " + error(body)).strip() : answer.failure();
    }

    private Map<String, Object> body(FiscalOrder order) {
        FiscalContent content = order.content();
        Map<String, Object> client = new HashMap<>();
        if (content.email() != null) {
            client.put("email", content.email());
        }
        if (content.phone() != null) {
            client.put("phone", content.phone());
        }
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("client", client);
        receipt.put(
                "company",
                Map.of(
                        "email", shop.email(),
                        "sno", shop.sno(),
                        "inn", shop.inn(),
                        "payment_address", shop.address()));
        receipt.put("items", content.items().stream().map(AtolOnline::item).toList());
        receipt.put("payments", List.of(Map.of("type", paymentType(content.paid()), "sum", content.total())));
        receipt.put("total", content.total());
        return Map.of(
                "external_id", order.key(),
                "timestamp", MOMENT.format(order.at().atZone(shop.zone())),
                "receipt", receipt);
    }

    /** 0 cash, 1 cashless, 2 paid before. */
    private static int paymentType(String paid) {
        return switch (paid) {
            case "cash" -> 0;
            case "advance" -> 2;
            default -> 1;
        };
    }

    private static Map<String, Object> item(FiscalItem item) {
        return Map.of(
                "name", item.name(),
                "price", item.amount(),
                "quantity", 1,
                "sum", item.amount(),
                "payment_method", item.advance() ? "advance" : "full_payment",
                "payment_object", item.advance() ? "payment" : "service",
                "vat", vat(item));
    }

    /** Of an advance the tax is a share of the sum: rate / (100 + rate). */
    private static Map<String, Object> vat(FiscalItem item) {
        BigDecimal rate = item.vatRate();
        if (rate == null) {
            return Map.of("type", "none", "sum", BigDecimal.ZERO.setScale(2));
        }
        String percent = rate.stripTrailingZeros().toPlainString();
        return Map.of(
                "type",
                item.advance() ? "vat1" + (percent.length() < 2 ? "0" : "") + percent : "vat" + percent,
                "sum",
                item.amount().multiply(rate).divide(HUNDRED.add(rate), 2, RoundingMode.HALF_UP));
    }

    private static Map<String, Object> parsed(String body) {
        try {
            Map<String, Object> read = Json.readMap(body);
            return read == null ? Map.of() : read;
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
