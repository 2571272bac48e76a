package uplink.api.test;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import uplink.shared.BusinessException;
import uplink.shared.Settings;

/**
 * What is for testing only does not exist on a real installation: 404 before the question of permission, so that nobody
 * learns that there is something to test.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TestingOnly implements ContainerRequestFilter {

    private static final boolean TESTING = Settings.flag("UPLINK_TEST_CLOCK");

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Class<?> asked = resource.getResourceClass();
        if (!TESTING && asked != null && asked.getPackage() == TestingOnly.class.getPackage()) {
            throw BusinessException.notFound();
        }
    }
}
