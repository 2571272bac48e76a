package uplink.shared.edge;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * For web modules without Jakarta Faces. Mojarra takes every module for one of its own whose class path holds a class
 * with {@code @Resource}, which is all of an EAR's: it would build up its whole configuration, seconds of every start,
 * and answer {@code *.xhtml}. This listener stands in the module's descriptor and so comes before Mojarra's, which goes
 * away when no Faces servlet was announced. The descriptor also gives {@code *.xhtml} to a servlet of the module: a
 * Faces servlet whose patterns are taken gets none.
 */
public class NoFaces implements ServletContextListener {

    private static final String ANNOUNCED = "com.sun.faces.FacesServletRegistration";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().removeAttribute(ANNOUNCED);
    }
}
