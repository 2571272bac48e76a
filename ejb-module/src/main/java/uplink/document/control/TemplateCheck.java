package uplink.document.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * What a template may say: a name that there is, a condition on names, one list at a time. Nothing else of FreeMarker's
 * language passes, so a template computes nothing, calls nothing and ends in a time that follows from its length and the
 * list's. Whoever reads the text otherwise than FreeMarker does can only refuse more than needed.
 */
final class TemplateCheck {

    private static final Pattern MARKUP =
            Pattern.compile("<#--(.*?)-->|<(/?)([#@])([A-Za-z_.]*)([^>]*)>?|\\$\\{([^}]*)}?", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Pattern LIST = Pattern.compile("\\s+(" + NAME.pattern() + ")\\s+as\\s+([A-Za-z_]\\w*)\\s*");
    /** A text may not hold another expression. */
    private static final Pattern CONDITION = Pattern.compile("\\G\\s*(?:(" + NAME.pattern()
            + ")(\\?has_content)?|(&&|\\|\\||==|!=|!|\\(|\\)|\"[^\"\\\\$#{]*\"|'[^'\\\\$#{]*'))\\s*");

    private static final Set<String> BARE = Set.of("else", "sep");
    private static final int SHOWN = 60;

    private final String body;
    private final Map<String, Object> model;
    private final Deque<String> open = new ArrayDeque<>();
    private @Nullable String item;
    private Map<?, ?> fields = Map.of();

    private TemplateCheck(String body, Map<String, Object> model) {
        this.body = body;
        this.model = model;
    }

    /**
     * What is wrong first, with the line.
     *
     * @param model one that has every name
     */
    static Optional<Text> complaint(String body, Map<String, Object> model) {
        return new TemplateCheck(body, model).complaint();
    }

    private Optional<Text> complaint() {
        Matcher markup = MARKUP.matcher(body);
        while (markup.find()) {
            String wrong = wrong(markup);
            if (wrong != null) {
                return Optional.of(Text.of("document.template." + wrong, line(markup.start()), shown(markup.group())));
            }
        }
        return Optional.empty();
    }

    /** The word for what is wrong with it, or null. */
    private @Nullable String wrong(Matcher markup) {
        String comment = markup.group(1);
        String value = markup.group(6);
        if (comment != null) {
            return comment.contains("--]") ? "refused" : null;
        }
        if (value != null) {
            return !markup.group().endsWith("}")
                    ? "refused"
                    : NAME.matcher(value).matches() ? printed(value) : "refused";
        }
        if (markup.group(3).equals("@") || !markup.group().endsWith(">")) {
            return "refused";
        }
        return markup.group(2).isEmpty() ? begun(markup.group(4), markup.group(5)) : ended(markup.group(4));
    }

    private @Nullable String begun(String directive, String rest) {
        if (BARE.contains(directive)) {
            return rest.isBlank() ? null : "refused";
        }
        return switch (directive) {
            case "if" -> {
                open.push(directive);
                yield condition(rest);
            }
            case "elseif" -> condition(rest);
            case "list" -> list(rest);
            default -> "refused";
        };
    }

    private @Nullable String ended(String directive) {
        if (directive.equals("list")) {
            item = null;
        }
        if (directive.equals("sep")) {
            return null;
        }
        return !open.isEmpty() && open.pop().equals(directive) ? null : "unbalanced";
    }

    private @Nullable String list(String rest) {
        Matcher list = LIST.matcher(rest);
        if (item != null || !list.matches()) {
            return "refused";
        }
        Object things = value(list.group(1));
        if (!(things instanceof List<?> many)) {
            return things == null ? "unknown" : "no-list";
        }
        open.push("list");
        item = list.group(3);
        fields = many.isEmpty() ? Map.of() : (Map<?, ?>) many.get(0);
        return null;
    }

    private @Nullable String condition(String text) {
        Matcher part = CONDITION.matcher(text);
        int end = 0;
        while (part.find()) {
            String name = part.group(1);
            if (name != null && value(name) == null) {
                return "unknown";
            }
            end = part.end();
        }
        return end == text.length() && !text.isBlank() ? null : "refused";
    }

    private @Nullable String printed(String name) {
        Object value = value(name);
        return value == null ? "unknown" : value instanceof String ? null : "no-text";
    }

    private @Nullable Object value(String name) {
        String[] steps = name.split("\\.", -1);
        Object found = steps[0].equals(item) ? fields : model.get(steps[0]);
        for (int i = 1; i < steps.length; i++) {
            found = found instanceof Map<?, ?> map ? map.get(steps[i]) : null;
        }
        return found;
    }

    private int line(int at) {
        return (int) body.substring(0, at).lines().count() + (at == 0 || body.charAt(at - 1) == '\n' ? 1 : 0);
    }

    private static String shown(String markup) {
        return markup.length() <= SHOWN ? markup : markup.substring(0, SHOWN) + "…";
    }
}
