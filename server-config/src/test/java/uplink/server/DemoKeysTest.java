package uplink.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoKeysTest {
    @TempDir
    Path temporary;

    @Test
    void everyMemberOfStaffHasAKeyOfTheirOwnWhichIsKept() throws IOException {
        Map<String, String> keys = keys(Map.of()).byName();
        assertEquals(4, new HashSet<>(keys.values()).size());
        assertTrue(keys.values().stream().allMatch(key -> key.matches("[A-Z2-7]{32}")), keys.toString());
        assertEquals(keys, keys(Map.of()).byName());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(temporary.resolve("data/secrets/demo-totp-admin"))));
    }

    @Test
    void aGivenKeyIsEverybodys() {
        DemoKeys keys = keys(Map.of("UPLINK_DEMO_TOTP", "jbsw y3dp ehpk 3pxp"));
        assertEquals("JBSWY3DPEHPK3PXP", keys.variables().get("UPLINK_DEMO_TOTP_TECH"));
        assertEquals(1, new HashSet<>(keys.byName().values()).size());
    }

    @Test
    void aLineHasTheKeyAndTheLinkOfTheApps() {
        assertEquals(
                "    tech@demo.uplink          JBSWY3DPEHPK3PXP  otpauth://totp/Uplink:tech%40demo.uplink"
                        + "?secret=JBSWY3DPEHPK3PXP&issuer=Uplink&algorithm=SHA1&digits=6&period=30",
                keys(Map.of("UPLINK_DEMO_TOTP", "JBSWY3DPEHPK3PXP")).lines().get(2));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThrows(StartFailure.class, keys(Map.of("UPLINK_DEMO_TOTP", "123456"))::byName);
        assertThrows(StartFailure.class, keys(Map.of("UPLINK_DEMO_TOTP", "JBSWY3DP"))::byName);
    }

    private DemoKeys keys(Map<String, String> environment) {
        DataDirectory data = new DataDirectory(temporary.resolve("data"));
        data.create();
        return new DemoKeys(data, new Environment(environment));
    }
}
