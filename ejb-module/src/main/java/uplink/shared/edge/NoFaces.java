package uplink.shared.edge;

import jakarta.servlet.ServletContextAttributeEvent;
import jakarta.servlet.ServletContextAttributeListener;

/**
 * For web modules without Jakarta Faces. Mojarra takes every module for one of its own whose class path holds a class
 * with {@code @Resource}, which is all of an EAR's: it would build up its whole configuration, seconds of every start,
 * and answer {@code *.xhtml}. Its initializer leaves a note of the Faces servlet for its listener, which comes before all
 * others; without the note that goes away. So the note is taken off as soon as it is there. The module's descriptor also
 * gives {@code *.xhtml} to a servlet of the module: a Faces servlet whose patterns are taken gets none.
 */
public class NoFaces implements ServletContextAttributeListener {

    private static final String NOTE = "com.sun.faces.FacesServletRegistration";

    @Override
    public void attributeAdded(ServletContextAttributeEvent added) {
        if (added.getName().equals(NOTE)) {
            added.getServletContext().removeAttribute(NOTE);
        }
    }
}
