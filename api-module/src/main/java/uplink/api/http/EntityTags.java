package uplink.api.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/** Versions of changing resources as entity tags: version 3 is {@code "v3"}. */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("\"v([0-9]{1,9})\"");

    private EntityTags() {}

    static EntityTag of(int version) {
        return new EntityTag("v" + version);
    }

    /**
     * The version that {@code If-Match} names, for the boundary to compare; null when the client does not care. Refusals:
     * {@code validation}.
     */
    public static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw BusinessException.invalid("If-Match", Text.of("api.etag.format"));
        }
        return Integer.valueOf(tag.group(1));
    }
}
