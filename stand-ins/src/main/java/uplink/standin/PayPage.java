package uplink.standin;

import java.util.Locale;

/** The page on which a person pays or refuses. No card is asked for: nothing is taken from it. */
final class PayPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%1$s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,"><title>%2$s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; background: #eef1f6; color: #1a2233; margin: 0; }
            main { max-width: 26rem; margin: 10vh auto; background: #fff; padding: 2rem; border-radius: 12px; }
            h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
            strong { font-size: 2rem; display: block; margin: 1rem 0; }
            button { font: inherit; padding: .7rem 1.2rem; border-radius: 8px; border: 1px solid #5a6478; cursor: pointer; }
            button.pay { background: #1f5fd0; border-color: #1f5fd0; color: #fff; }
            </style></head>
            <body><main><h1>%2$s</h1><p>%3$s</p><p>%4$s<strong>%5$s</strong></p>
            <form method="post">%6$s</form></main></body></html>
            """;

    private PayPage() {}

    static String of(StandInPayment payment, boolean russian) {
        boolean open = payment.is("pending");
        String buttons =
                """
                <button class="pay" id="pay" name="answer" value="pay">%s</button>
                <button id="refuse" name="answer" value="refuse">%s</button>"""
                        .formatted(russian ? "Оплатить" : "Pay", russian ? "Отказаться" : "Refuse");
        String ended = """
                <button id="back" name="answer" value="back">%s</button>"""
                .formatted(russian ? "Вернуться" : "Go back");
        return PAGE.formatted(
                russian ? "ru" : "en",
                russian ? "Демонстрационная оплата" : "Demonstration payment",
                russian
                        ? "Здесь не спрашивают карту и не списывают деньги."
                        : "No card is asked for here, and no money is taken.",
                escaped(payment.wanted().description()),
                escaped(payment.wanted().amount().toPlainString() + " "
                        + payment.wanted().currency().toUpperCase(Locale.ROOT)),
                open ? buttons : ended);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
