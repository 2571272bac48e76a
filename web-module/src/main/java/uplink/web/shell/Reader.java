package uplink.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessClock;
import uplink.shared.Formats;
import uplink.shared.Settings;
import uplink.shared.Text;

/** Who reads the page: language, theme, and everything that is written differently for each reader. */
@Named
@SessionScoped
public class Reader implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BusinessClock clock;

    private Locale locale = Locale.forLanguageTag("ru");
    private boolean chosen;

    @PostConstruct
    void guess() {
        ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
        Preferences.language(request)
                .ifPresentOrElse(this::choose, () -> locale = Text.supported(request.getRequestLocale()));
    }

    /** The language in the user's profile counts unless this browser has chosen one. */
    public void settle(String profileLanguage) {
        if (!chosen) {
            locale = Text.supported(Locale.forLanguageTag(profileLanguage));
        }
    }

    public void speak(String language) {
        choose(language);
        Preferences.rememberLanguage(FacesContext.getCurrentInstance().getExternalContext(), language);
    }

    private void choose(String language) {
        locale = Text.supported(Locale.forLanguageTag(language));
        chosen = true;
    }

    public Locale getLocale() {
        return locale;
    }

    public String getLanguage() {
        return locale.getLanguage();
    }

    /** light, dark, or auto: what the operating system says. */
    public String getTheme() {
        return Preferences.theme(FacesContext.getCurrentInstance().getExternalContext());
    }

    public boolean isMenuFolded() {
        return Preferences.isMenuFolded(FacesContext.getCurrentInstance().getExternalContext());
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public String getZone() {
        return clock.getZone().getId();
    }

    public String getDayPattern() {
        return Formats.dayPattern(locale);
    }

    /** Day and time, to be typed: without the comma, which nobody would think of. */
    public String getMomentPattern() {
        return Formats.dayPattern(locale) + " HH:mm";
    }

    public String getCurrency() {
        return Settings.currency();
    }

    public String money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null ? "" : Formats.money(amount, currency == null ? Settings.currency() : currency, locale);
    }

    public String number(@Nullable Number value) {
        return value == null ? "" : Formats.number(value, locale);
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : Formats.day(day, locale);
    }

    /** The business day of an instant. */
    public String dayOf(@Nullable Instant at) {
        return at == null ? "" : day(BusinessClock.day(at));
    }

    public String moment(@Nullable Instant at) {
        return at == null ? "" : Formats.moment(at, clock.getZone(), locale);
    }

    public String text(@Nullable Text text) {
        return text == null ? "" : text.in(locale);
    }

    /** One of two names that the catalogue keeps. */
    public String name(String russian, String english) {
        return getLanguage().equals("en") ? english : russian;
    }

    public String say(String key, Object... arguments) {
        return Words.of(locale, key, arguments);
    }

    /** A label by prefix and code, for example {@code status.invoice.} and {@code paid}. */
    public String word(String prefix, @Nullable Object code) {
        return code == null ? "" : Words.of(locale, prefix + code);
    }
}
