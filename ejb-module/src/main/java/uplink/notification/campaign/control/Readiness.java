package uplink.notification.campaign.control;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What is still missing before a campaign can be sent: a customer reads one of both languages by one of its ways. */
public final class Readiness {

    private static final List<String> LANGUAGES = List.of("ru", "en");

    private Readiness() {}

    /** Whatever is missing is told to the validation. */
    public static void check(Campaign campaign, List<ChannelKind> configured, Validation validation) {
        String missing = campaign.channels().stream()
                .flatMap(way -> LANGUAGES.stream()
                        .filter(language -> !says(campaign, way, language))
                        .map(language -> written(way) + " " + language.toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        validation.check(missing.isEmpty(), "texts", Text.of("campaign.words-missing", missing));
        String off = campaign.channels().stream()
                .filter(way -> way != NoticeChannel.APP
                        && configured.stream().noneMatch(kind -> kind.code().equals(way.code())))
                .map(Readiness::written)
                .collect(Collectors.joining(", "));
        validation.check(off.isEmpty(), "channels", Text.of("campaign.channel-off", off));
    }

    private static boolean says(Campaign campaign, NoticeChannel way, String language) {
        return campaign.texts().stream()
                .anyMatch(text -> text.channel() == way && text.language().equals(language));
    }

    /** As both languages write it. */
    private static String written(NoticeChannel way) {
        return switch (way) {
            case APP -> "app";
            case EMAIL -> "e-mail";
            case SMS -> "SMS";
            case PUSH -> "push";
        };
    }
}
