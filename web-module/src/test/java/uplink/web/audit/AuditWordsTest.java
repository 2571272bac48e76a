package uplink.web.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.audit.boundary.AuditFinding;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Trail;
import uplink.web.shell.Words;

class AuditWordsTest {

    /** First words of methods that only read. */
    private static final Set<String> READS = Set.of(
            "get",
            "list",
            "count",
            "page",
            "find",
            "search",
            "is",
            "of",
            "own",
            "mine",
            "me",
            "offered",
            "numbered",
            "anomalies",
            "history",
            "discounts",
            "permissions",
            "roles",
            "keys",
            "sessions",
            "transactions",
            "balance",
            "house",
            "allocations",
            "actions",
            "kinds",
            "entries",
            "period",
            "today",
            "consumers",
            "unread",
            "refusals",
            "current",
            "public",
            "simulate",
            "has",
            "state",
            "terms",
            "with");

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void everyActionHasItsWord(String language) {
        Locale locale = Locale.forLanguageTag(language);
        assertEquals(
                List.of(),
                actions()
                        .map(action -> "audit.action." + action)
                        .filter(key -> Words.of(locale, key).equals(key))
                        .sorted()
                        .toList(),
                "actions that the audit trail can show without a word for them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void everyFindingHasItsWord(String language) {
        Locale locale = Locale.forLanguageTag(language);
        assertEquals(
                List.of(),
                Arrays.stream(AuditFinding.Kind.values())
                        .map(kind -> "audit.finding." + kind.code())
                        .filter(key -> Words.of(locale, key).equals(key))
                        .toList());
    }

    /** What people and integrations can call on any boundary, but for what only reads. */
    private static Stream<String> actions() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("uplink").stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class))
                        .flatMap(AuditWordsTest::actions)
                        .distinct();
    }

    private static Stream<String> actions(JavaClass boundary) {
        return boundary.getMethods().stream()
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC)
                        && !m.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !m.getModifiers().contains(JavaModifier.STATIC))
                .filter(m -> Stream.of(allowed(boundary, m)).anyMatch(p -> p != Permission.SYSTEM))
                .filter(m -> !READS.contains(m.getName().split("(?=[A-Z])")[0]))
                .map(m -> Trail.action(boundary.getSimpleName(), m.getName()));
    }

    private static Permission[] allowed(JavaClass boundary, JavaMethod method) {
        return method.isAnnotatedWith(Allowed.class)
                ? method.getAnnotationOfType(Allowed.class).value()
                : boundary.getAnnotationOfType(Allowed.class).value();
    }
}
