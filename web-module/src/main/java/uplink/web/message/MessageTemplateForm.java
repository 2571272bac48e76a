package uplink.web.message;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.MessagePreview;
import uplink.notification.boundary.MessageTemplate;
import uplink.notification.boundary.MessageTemplateVersion;
import uplink.notification.boundary.MessageTemplates;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.boundary.TemplateName;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.web.shell.Go;

/** The words of a message: written, looked at while they are written, sent to oneself, kept as a version. */
@Named
@ViewScoped
public class MessageTemplateForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MessageTemplates templates;

    private @Nullable String kind;
    private @Nullable String channel;
    private @Nullable String language;
    private @Nullable Integer from;
    private int no;
    private @Nullable String subject;
    private @Nullable String body;
    private @Nullable String to;
    private transient @Nullable MessagePreview preview;
    private @Nullable String wrong;
    private transient @Nullable List<MessageTemplateVersion> versions;
    private transient @Nullable List<TemplateName> names;

    public void load() {
        MessageTemplate now = templates.get(kind(), channel(), Go.given(language));
        no = now.no();
        MessageTemplate shown = from == null ? now : templates.getVersion(kind(), channel(), Go.given(language), from);
        subject = shown.subject();
        body = shown.body();
        look();
    }

    /** What an example would get, or what is wrong with the words as they are now. */
    public void look() {
        preview = null;
        wrong = null;
        try {
            preview = templates.preview(wanted());
        } catch (BusinessException e) {
            wrong = e.errors().isEmpty()
                    ? e.detail().in(language())
                    : e.errors().get(0).message().in(language());
        }
    }

    public void save() {
        templates.save(wanted());
        Go.to(
                "/message-template?kind=" + kind().code() + "&channel="
                        + channel().code() + "&language=" + language,
                "message-template.saved");
    }

    public void test() {
        String address = to == null ? "" : to.strip();
        templates.test(wanted(), address);
        Go.say("message-template.sent", address);
        look();
    }

    private static java.util.Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private MessageTemplate wanted() {
        return new MessageTemplate(
                kind(), channel(), Go.given(language), no, subject == null ? "" : subject, body == null ? "" : body);
    }

    private NoticeKind kind() {
        return known(NoticeKind.class, kind);
    }

    private NoticeChannel channel() {
        return known(NoticeChannel.class, channel);
    }

    private static <E extends Enum<E> & Coded> E known(Class<E> type, @Nullable String code) {
        try {
            return Coded.of(type, code == null ? "" : code);
        } catch (IllegalArgumentException e) {
            throw BusinessException.notFound();
        }
    }

    /** Letters and pushes have one. */
    public boolean isTitled() {
        return channel() == NoticeChannel.EMAIL || channel() == NoticeChannel.PUSH;
    }

    /** Where somebody can try it: a push needs a device, the list needs nothing. */
    public boolean isTestable() {
        return channel() == NoticeChannel.EMAIL || channel() == NoticeChannel.SMS;
    }

    public List<MessageTemplateVersion> getVersions() {
        if (versions == null) {
            versions = templates.history(kind(), channel(), Go.given(language));
        }
        return versions;
    }

    public List<TemplateName> getNames() {
        if (names == null) {
            names = templates.getNames(kind(), Go.given(language));
        }
        return names;
    }

    public @Nullable MessagePreview getPreview() {
        return preview;
    }

    public @Nullable String getWrong() {
        return wrong;
    }

    public int getNo() {
        return no;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable Integer getFrom() {
        return from;
    }

    public void setFrom(@Nullable Integer from) {
        this.from = from;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
