package uplink.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerSetupTest {
    private static final ServerSetup SETUP = new ServerSetup(new Environment(Map.of(
            "SERVER_BIND", "0.0.0.0",
            "SERVER_PORT", "8080",
            "UPLINK_MANAGEMENT_PORT", "9000",
            "SERVER_ADAPTER", "/server/artemis.rar",
            "SERVER_APPLICATION", "/ear/uplink.ear",
            "SERVER_DB_PASSWORD", "tell-nobody",
            "UPLINK_JMS_PASSWORD", "tell-nobody")));

    @Test
    void noCommandCarriesASecret() {
        assertFalse((SETUP.beforeBoot() + "" + SETUP.afterBoot() + SETUP.application()).contains("tell-nobody"));
    }

    @Test
    void onlyThePublicListenerIsPublic() {
        String commands = SETUP.beforeBoot().toString();
        assertTrue(commands.contains("http-listener.address=0.0.0.0"));
        assertTrue(commands.contains("--listeneraddress=127.0.0.1, --listenerport=9000"));
    }

    @Test
    void limitsHaveAPoolOfTheirOwnThatRatherGoesWithoutThanWaits() {
        String pool = SETUP.beforeBoot().stream()
                .filter(command ->
                        command.contains("uplink-limits") && command.contains("--nontransactionalconnections=true"))
                .findFirst()
                .orElseThrow()
                .toString();
        assertTrue(pool.contains("--maxwait=250"), pool);
        assertTrue(pool.contains("SERVER_LIMITS_DB_URL"), pool);
    }

    @Test
    void theAdapterIsThereBeforeThePoolThatNeedsIt() {
        assertTrue(SETUP.afterBoot().get(0).contains("--name=artemis"));
        assertTrue(SETUP.afterBoot().get(1).contains("--raname=artemis"));
    }
}
