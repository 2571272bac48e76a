package uplink.standin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page on which the provider's mood is chosen. */
final class MoodPage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%1$s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <link rel="icon" href="data:,"><title>%2$s</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; background: #eef1f6; color: #1a2233; margin: 0; }
            main { max-width: 40rem; margin: 6vh auto; background: #fff; padding: 2rem; border-radius: 12px; }
            h1 { font-size: 1.25rem; margin: 0 0 1rem; }
            button { font: inherit; display: block; width: 100%%; text-align: left; margin: .4rem 0; padding: .6rem 1rem;
                border-radius: 8px; border: 1px solid #5a6478; background: #fff; color: inherit; cursor: pointer; }
            button[aria-pressed=true] { background: #1f5fd0; border-color: #1f5fd0; color: #fff; }
            </style></head>
            <body><main><h1>%2$s</h1><form method="post">%3$s</form></main></body></html>
            """;

    private static final Map<Mood, String> RUSSIAN = Map.ofEntries(
            Map.entry(Mood.NORMAL, "Обычный"),
            Map.entry(Mood.SLOW, "Медленный: отвечает через две секунды"),
            Map.entry(Mood.SILENT, "Молчит: делает, но не отвечает"),
            Map.entry(Mood.REFUSING, "Отказывает в каждом новом платеже"),
            Map.entry(Mood.BROKEN, "Сломан: делает и отвечает ошибкой"),
            Map.entry(Mood.GARBAGE, "Отвечает бессмыслицей"),
            Map.entry(Mood.EARLY, "Подтверждает раньше, чем ответил"),
            Map.entry(Mood.DUPLICATING, "Подтверждает трижды"),
            Map.entry(Mood.REORDERING, "Путает порядок уведомлений"),
            Map.entry(Mood.FORGING, "Рядом с настоящими приходят поддельные уведомления"),
            Map.entry(Mood.PARTIAL, "Списывает половину суммы"));
    private static final Map<Mood, String> ENGLISH = Map.ofEntries(
            Map.entry(Mood.NORMAL, "Normal"),
            Map.entry(Mood.SLOW, "Slow: answers after two seconds"),
            Map.entry(Mood.SILENT, "Silent: does it and never answers"),
            Map.entry(Mood.REFUSING, "Refuses every new payment"),
            Map.entry(Mood.BROKEN, "Broken: does it and answers with an error"),
            Map.entry(Mood.GARBAGE, "Answers nonsense"),
            Map.entry(Mood.EARLY, "Confirms before it has answered"),
            Map.entry(Mood.DUPLICATING, "Confirms three times"),
            Map.entry(Mood.REORDERING, "Notifies in the wrong order"),
            Map.entry(Mood.FORGING, "Forged notifications come beside the real ones"),
            Map.entry(Mood.PARTIAL, "Takes half of the sum"));

    private MoodPage() {}

    static String of(Mood now, boolean russian) {
        Map<Mood, String> words = russian ? RUSSIAN : ENGLISH;
        String buttons = Arrays.stream(Mood.values())
                .map(mood -> "<button name=\"mood\" id=\"" + mood.name().toLowerCase(Locale.ROOT) + "\" value=\""
                        + mood.name() + "\" aria-pressed=\"" + (mood == now) + "\">" + words.get(mood) + "</button>")
                .collect(Collectors.joining());
        return PAGE.formatted(
                russian ? "ru" : "en",
                russian ? "Настроение платёжного провайдера" : "Mood of the payment provider",
                buttons);
    }
}
