package uplink.bulk.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.bulk.boundary.BulkPhase;
import uplink.bulk.boundary.BulkState;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * What became of one item.
 *
 * @param problem the type of the refusal; null: it was changed, or there was nothing to do
 * @param bill what the next bill run brings of it; null where nobody has looked
 * @param made what can be taken back
 */
public record Outcome(
        Kind kind,
        @Nullable String problem,
        @Nullable String reasonRu,
        @Nullable String reasonEn,
        @Nullable BigDecimal bill,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable LocalDate effectiveOn,
        @Nullable UUID made) {

    private static final int LONGEST_REASON = 500;

    /** Whether anything is different. */
    public enum Kind {
        CHANGED,
        NOTHING,
        REFUSED
    }

    public static Outcome changed() {
        return new Outcome(Kind.CHANGED, null, null, null, null, null, null, null, null);
    }

    /** The same about money. */
    public static Outcome changed(
            @Nullable BigDecimal before, @Nullable BigDecimal after, LocalDate effectiveOn, @Nullable UUID made) {
        return new Outcome(Kind.CHANGED, null, null, null, null, before, after, effectiveOn, made);
    }

    public static Outcome nothing(Text why) {
        return because(Kind.NOTHING, null, why);
    }

    public static Outcome refused(ProblemType problem, Text why) {
        return because(Kind.REFUSED, problem, why);
    }

    /** What is wrong with fields is told in their words: nobody sees the form here. */
    public static Outcome refused(BusinessException refusal) {
        if (refusal.errors().isEmpty()) {
            return refused(refusal.type(), refusal.detail());
        }
        return new Outcome(
                Kind.REFUSED,
                refusal.type().slug(),
                words(refusal, Locale.forLanguageTag("ru")),
                words(refusal, Locale.ENGLISH),
                null,
                null,
                null,
                null,
                null);
    }

    /** The same, with what the next bill run brings. */
    public Outcome billing(BigDecimal amount) {
        return new Outcome(kind, problem, reasonRu, reasonEn, amount, before, after, effectiveOn, made);
    }

    /** How the item stands after it, in that phase. */
    public BulkState state(BulkPhase phase) {
        if (phase == BulkPhase.UNDO) {
            return kind == Kind.CHANGED ? BulkState.UNDONE : BulkState.KEPT;
        }
        return switch (kind) {
            case CHANGED -> phase == BulkPhase.PREVIEW ? BulkState.READY : BulkState.DONE;
            case NOTHING -> BulkState.SKIPPED;
            case REFUSED -> BulkState.REFUSED;
        };
    }

    private static Outcome because(Kind kind, @Nullable ProblemType problem, Text why) {
        return new Outcome(
                kind,
                problem == null ? null : problem.slug(),
                cut(why.in(Locale.forLanguageTag("ru"))),
                cut(why.in(Locale.ENGLISH)),
                null,
                null,
                null,
                null,
                null);
    }

    private static String words(BusinessException refusal, Locale locale) {
        return cut(refusal.errors().stream()
                .map(error -> error.message().in(locale))
                .distinct()
                .collect(Collectors.joining(" ")));
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON);
    }
}
