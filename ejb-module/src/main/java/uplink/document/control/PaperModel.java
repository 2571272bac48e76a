package uplink.document.control;

import java.util.Locale;
import java.util.Map;

/**
 * What a template can say about one thing: texts as the reader writes them, conditions, lists. Every name is there whatever
 * the thing, so that a template that works for one works for all of its kind.
 */
@FunctionalInterface
public interface PaperModel {

    Map<String, Object> in(Locale language);
}
