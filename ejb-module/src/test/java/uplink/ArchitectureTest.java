package uplink;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.shared.Allowed;

/** The house rules of docs/adr that a machine can check. */
@AnalyzeClasses(packages = "uplink", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static final List<Class<? extends Annotation>> BEANS = List.of(
            Stateless.class,
            Stateful.class,
            Singleton.class,
            ApplicationScoped.class,
            SessionScoped.class,
            RequestScoped.class,
            Dependent.class);

    @ArchTest
    static final ArchRule featuresKnowOnlyEachOthersBoundaries = classes()
            .that(resideInAnyPackage("uplink.."))
            .should(new ArchCondition<>("use another feature only through its boundary") {
                @Override
                public void check(JavaClass user, ConditionEvents events) {
                    user.getDirectDependenciesFromSelf().stream()
                            .filter(d -> isInside(d.getTargetClass())
                                    && !feature(d.getTargetClass()).equals(feature(user)))
                            .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("uplink.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfBillingFormNoCircle =
            slices().matching("uplink.billing.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromSharedOnly = noClasses()
            .that(resideInAnyPackage("uplink..")
                    .and(describe("not shared", c -> !c.getPackageName().startsWith("uplink.shared")))
                    .and(describe(
                            "not others' servers", c -> !c.getPackageName().equals("uplink.standin"))))
            .should()
            .callMethodWhere(describe("reads a clock", (JavaAccess<?> access) -> readsAClock(access)));

    @ArchTest
    static final ArchRule everyBoundaryDeclaresItsPermission =
            classes().that().areAnnotatedWith(Stateless.class).should().beAnnotatedWith(Allowed.class);

    /**
     * Whatever kind of bean it is. Timers, observers and listeners are no exception: the container calls them by methods
     * that nobody else can reach, and they go on as the system ({@code Callers.run}).
     */
    @ArchTest
    static final ArchRule everyBeanOfABoundaryDeclaresItsPermission = classes()
            .that()
            .resideInAPackage("..boundary..")
            .and(describe("are beans", ArchitectureTest::isBean))
            .should(new ArchCondition<>("declare the permission of every public method") {
                @Override
                public void check(JavaClass bean, ConditionEvents events) {
                    bean.getMethods().stream()
                            .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC)
                                    && !m.getModifiers().contains(JavaModifier.STATIC)
                                    && !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                            .filter(m -> !m.isAnnotatedWith(Allowed.class) && !bean.isAnnotatedWith(Allowed.class))
                            .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule sessionBeansHaveAConstructorThatTheContainerFinds = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should(new ArchCondition<>("have a public constructor without parameters") {
                @Override
                public void check(JavaClass bean, ConditionEvents events) {
                    if (bean.getConstructors().stream()
                            .noneMatch(c -> c.getParameters().isEmpty()
                                    && c.getModifiers().contains(JavaModifier.PUBLIC))) {
                        events.add(SimpleConditionEvent.violated(bean, bean.getDescription()));
                    }
                }
            });

    /** The container's proxy takes nothing else: such a call works in a test by hand and nowhere else. */
    @ArchTest
    static final ArchRule sessionBeansAreCalledByTheirPublicMethods = classes()
            .that(resideInAnyPackage("uplink.."))
            .should(new ArchCondition<>("call public methods of session beans only") {
                @Override
                public void check(JavaClass caller, ConditionEvents events) {
                    caller.getMethodCallsFromSelf().stream()
                            .filter(call -> !call.getTargetOwner().equals(caller)
                                    && call.getTargetOwner().isAnnotatedWith(Stateless.class))
                            .filter(call -> call.getTarget().resolveMember().stream()
                                    .anyMatch(m -> !m.getModifiers().contains(JavaModifier.PUBLIC)
                                            && !m.getModifiers().contains(JavaModifier.STATIC)))
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            });

    /** See {@link uplink.shared.Atomic}: what is begun like that holds no connection inside a session bean. */
    @ArchTest
    static final ArchRule transactionsAreBegunBySessionBeans = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("uplink.demo..")
            .should(beAnnotatedWith(describe(
                    "a transaction of CDI's",
                    annotation -> annotation.getRawType().isEquivalentTo(Transactional.class)
                            && annotation.as(Transactional.class).value() != TxType.NOT_SUPPORTED)));

    /** So that nothing is changed behind the back of the audit trail: {@code Sql} announces it. */
    @ArchTest
    static final ArchRule connectionsComeFromSql = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("uplink.shared.Sql")
            .should()
            .callMethod(DataSource.class, "getConnection");

    @ArchTest
    static final ArchRule sessionBeansAreBoundaries = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .should()
            .resideInAnyPackage("..boundary..", "uplink.shared..");

    @ArchTest
    static final ArchRule entitiesLiveInEntityPackages =
            classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("..entity..");

    @ArchTest
    static final ArchRule noEntityLeavesItsBoundary = classes()
            .that()
            .resideInAPackage("..boundary..")
            .should(new ArchCondition<>("not show entities in public methods") {
                @Override
                public void check(JavaClass boundary, ConditionEvents events) {
                    boundary.getMethods().stream()
                            .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                            .filter(ArchitectureTest::showsAnEntity)
                            .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule sharedStandsAlone = noClasses()
            .that()
            .resideInAPackage("uplink.shared..")
            .should()
            .dependOnClassesThat(describe(
                    "are features",
                    c -> c.getPackageName().startsWith("uplink.")
                            && !c.getPackageName().startsWith("uplink.shared")));

    private static boolean isBean(JavaClass type) {
        return BEANS.stream().anyMatch(type::isAnnotatedWith);
    }

    private static boolean isInside(JavaClass target) {
        String name = target.getPackageName();
        return name.startsWith("uplink.") && (name.contains(".control") || name.contains(".entity"));
    }

    private static String feature(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length > 1 ? parts[1] : "";
    }

    private static boolean readsAClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        boolean bareNow = access.getName().equals("now")
                && CLOCKS.contains(owner)
                && !access.getTarget().getFullName().contains(Clock.class.getName());
        boolean system = owner.equals("java.lang.System") && access.getName().equals("currentTimeMillis");
        return bareNow
                || system
                || (owner.equals(Clock.class.getName()) && access.getName().startsWith("system"));
    }

    private static boolean showsAnEntity(JavaMethod method) {
        return Stream.concat(
                        method.getReturnType().getAllInvolvedRawTypes().stream(),
                        method.getParameterTypes().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()))
                .anyMatch(t -> t.isAnnotatedWith(Entity.class) || t.isAnnotatedWith(Embeddable.class));
    }
}
