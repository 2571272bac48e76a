package uplink.web.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.MessageTemplate;
import uplink.notification.boundary.MessageTemplates;
import uplink.notification.boundary.NoticeChannel;

/** The words in force, of one way and one language. */
@Named
@RequestScoped
public class MessageTemplateList {

    @Inject
    private MessageTemplates templates;

    private @Nullable String channel;
    private @Nullable String language;
    private @Nullable List<MessageTemplate> all;

    public List<MessageTemplate> getAll() {
        if (all == null) {
            all = templates.list(channel(), getLanguage());
        }
        return all;
    }

    private NoticeChannel channel() {
        for (NoticeChannel known : NoticeChannel.values()) {
            if (known.code().equals(channel)) {
                return known;
            }
        }
        return NoticeChannel.EMAIL;
    }

    public NoticeChannel[] getChannels() {
        return NoticeChannel.values();
    }

    public List<String> getLanguages() {
        return List.of("ru", "en");
    }

    public String getChannel() {
        return channel().code();
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel;
    }

    public String getLanguage() {
        return "en".equals(language) ? "en" : "ru";
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }
}
