package uplink.bulk.boundary;

import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What holds for whoever does something to many customers at once, whatever it is. */
public final class Many {

    /** Nothing is done to more at once. */
    public static final int MOST = 100_000;

    /** Whoever does something to more than that says how many. */
    public static final int COUNTED_ABOVE = 100;

    private static final int LONGEST_NOTE = 500;

    private Many() {}

    public static boolean isCounted(int some) {
        return some > COUNTED_ABOVE;
    }

    /** Refused with {@code validation} at {@code count} without the right number where there are many. */
    public static void check(int some, @Nullable Integer said) {
        if (said == null ? isCounted(some) : said != some) {
            throw BusinessException.invalid("count", Text.of("bulk.count", some));
        }
    }

    /** {@code invalid-state}, said in those words, unless it stands so. */
    public static void require(boolean stands, String why) {
        if (!stands) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of(why));
        }
    }

    /** What the second person says who lets it begin: may be nothing; {@code validation} when too long. */
    public static @Nullable String note(@Nullable String note) {
        Validation validation = new Validation();
        String words = validation.optionalWords("note", note, LONGEST_NOTE);
        validation.done();
        return words;
    }

    /** Why the second person does not let it begin; {@code validation} without one. */
    public static String reason(@Nullable String note) {
        Validation validation = new Validation();
        String words = validation.words("note", note, LONGEST_NOTE);
        validation.done();
        return words;
    }

    /** The second person is another one: {@code forbidden}. */
    public static void refuseOwn(boolean own) {
        if (own) {
            throw new BusinessException(ProblemType.FORBIDDEN, Text.of("bulk.own"));
        }
    }
}
