package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalServersTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5433/uplink, jdbc:postgresql://db:5433/uplink",
        "postgresql://db/uplink, jdbc:postgresql://db/uplink",
        "postgres://db/uplink?sslmode=require, jdbc:postgresql://db/uplink?sslmode=require"
    })
    void aDatabaseIsNamedWithOrWithoutJdbc(String given, String understood) {
        assertEquals(understood, database(given, Map.of()).url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/uplink", "postgresql://me:secret@db/uplink", "postgresql://db", "nonsense"})
    void anotherDatabaseUrlIsRefusedWithoutRepeatingIt(String url) {
        StartFailure refusal = assertThrows(StartFailure.class, () -> database(url, Map.of()));
        assertFalse(refusal.getMessage().contains("secret"));
    }

    @Test
    void theApplicationOwnsTheSchemaUnlessAnOwnerIsNamed() {
        assertEquals("app", database("postgresql://db/uplink", Map.of()).owner());
        DatabaseAccess two = database(
                "postgresql://db/uplink", Map.of("UPLINK_DB_OWNER_USER", "owner", "UPLINK_DB_OWNER_PASSWORD", "other"));
        assertEquals(
                "owner other app pw", String.join(" ", two.owner(), two.ownerPassword(), two.user(), two.password()));
    }

    @Test
    void theUserMustBeNamedToo() {
        Environment environment = new Environment(Map.of("UPLINK_DB_URL", "postgresql://db/uplink"));
        StartFailure refusal = assertThrows(StartFailure.class, () -> DatabaseAccess.external(environment));
        assertEquals("UPLINK_DB_URL is set, so UPLINK_DB_USER must be set as well.", refusal.getMessage());
    }

    @Test
    void thePoolsSettingsJoinThoseOfTheUrl() {
        assertTrue(database("postgresql://db/uplink", Map.of()).poolUrl().contains("/uplink?ApplicationName=uplink&"));
        assertTrue(database("postgresql://db/uplink?sslmode=require", Map.of())
                .poolUrl()
                .contains("?sslmode=require&ApplicationName=uplink&"));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://mq:61617, host=mq;port=61617",
        "tcp://mq, host=mq;port=61616",
        "ssl://mq:5671, host=mq;port=5671;sslEnabled=true"
    })
    void aBrokerUrlBecomesTheAdaptersParameters(String url, String parameters) {
        assertEquals(parameters, broker(url).connectionParameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amqp://mq:5672", "mq:61616", "tcp://", "tcp://a:b@mq:61616"})
    void anotherBrokerUrlIsRefused(String url) {
        assertThrows(StartFailure.class, () -> broker(url));
    }

    private static DatabaseAccess database(String url, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.putAll(Map.of("UPLINK_DB_URL", url, "UPLINK_DB_USER", "app", "UPLINK_DB_PASSWORD", "pw"));
        return DatabaseAccess.external(new Environment(variables));
    }

    private static BrokerAccess broker(String url) {
        return BrokerAccess.external(
                new Environment(Map.of("UPLINK_JMS_URL", url, "UPLINK_JMS_USER", "app", "UPLINK_JMS_PASSWORD", "pw")));
    }
}
