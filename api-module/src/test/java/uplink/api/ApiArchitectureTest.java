package uplink.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import uplink.api.http.Guarded;

/** What resources may know, and what each operation must say about itself. */
@AnalyzeClasses(packages = "uplink.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiArchitectureTest {

    @ArchTest
    static final ArchRule theEdgeSeesBoundariesAndSharedOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("uplink..control..", "uplink..entity..", "uplink.web..");

    @ArchTest
    static final ArchRule timeComesFromShared = noClasses()
            .should()
            .callMethodWhere(describe(
                    "reads a clock",
                    call -> (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().equals("java.time"))
                            || call.getName().equals("currentTimeMillis")));

    @ArchTest
    static final ArchRule noDatabaseAtTheEdgeButHealth = noClasses()
            .that()
            .resideOutsideOfPackage("uplink.api.health..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource");

    @ArchTest
    static final ArchRule everyOperationNamesItsPermission = methods()
            .that(describe("are operations", ApiArchitectureTest::isOperation))
            .should(new ArchCondition<>("name their permission for OpenAPI (x-permission)") {
                @Override
                public void check(JavaMethod operation, ConditionEvents events) {
                    boolean named = operation.isAnnotatedWith(Extension.class)
                            && operation
                                    .getAnnotationOfType(Extension.class)
                                    .name()
                                    .equals("x-permission");
                    if (!named) {
                        events.add(SimpleConditionEvent.violated(operation, operation.getDescription()));
                    }
                }
            });

    /** Refresh tokens cannot be guessed, and a whole neighbourhood behind one address renews them every ten minutes. */
    @ArchTest
    static final ArchRule whatStrangersSendIsGuarded = methods()
            .that(describe("take what strangers send", ApiArchitectureTest::takesWhatStrangersSend))
            .and()
            .doNotHaveName("refresh")
            .should()
            .beAnnotatedWith(Guarded.class);

    @ArchTest
    static final ArchRule resourcesAreRequestScoped = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(jakarta.enterprise.context.RequestScoped.class);

    private static boolean takesWhatStrangersSend(JavaMethod method) {
        return method.isAnnotatedWith(POST.class)
                && method.isAnnotatedWith(Extension.class)
                && method.getAnnotationOfType(Extension.class).value().equals("anyone");
    }

    private static boolean isOperation(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
    }
}
