package uplink.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.shared.Caller;
import uplink.shared.Permission;

class ViewsTest {

    private static final Caller TECHNICIAN = new Caller(
            new UUID(0, 1),
            null,
            "tech",
            Set.of(Permission.CUSTOMER_READ, Permission.CATALOG_READ, Permission.DEVICE_READ, Permission.DEVICE_WRITE));

    @Test
    void everyViewNamesItsPermission() {
        String[] views = new File("src/main/webapp").list((folder, name) -> name.endsWith(".xhtml"));
        List<String> unlisted = Arrays.stream(views)
                .map(Views::name)
                .filter(view -> !Views.isListed(view))
                .toList();
        assertEquals(List.of(), unlisted);
    }

    @Test
    void aViewIsTheSameWithAndWithoutItsEnding() {
        assertEquals("bill-run", Views.name("/bill-run.xhtml"));
        assertEquals("bill-run", Views.name("/bill-run"));
        assertEquals("index", Views.name("/"));
    }

    @Test
    void whoHasNoPermissionStaysOutside() {
        assertTrue(Views.isOpenTo(TECHNICIAN, "/customers"));
        assertFalse(Views.isOpenTo(TECHNICIAN, "/customer-edit"));
        assertTrue(Views.isOpenTo(TECHNICIAN, "/device-models"));
        assertFalse(Views.isOpenTo(TECHNICIAN, "/device-model-edit"), "prices are the catalogue's");
        assertFalse(Views.isOpenTo(TECHNICIAN, "/bill-run.xhtml"));
        assertFalse(Views.isOpenTo(Caller.ANONYMOUS, "/index.xhtml"));
        assertTrue(Views.isOpenTo(Caller.ANONYMOUS, "/sign-in"));
    }

    @Test
    void aViewThatNobodyListedOpensToNobody() {
        assertFalse(Views.isOpenTo(TECHNICIAN, "/secret.xhtml"));
    }
}
