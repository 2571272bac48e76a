package uplink.web.security;

import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Sessions of people who have not signed in are forgotten soon; a sign-in gives them the time that web.xml says. */
public class SessionTimes implements HttpSessionListener, HttpSessionAttributeListener {

    static final int STRANGERS_SECONDS = 300;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval(STRANGERS_SECONDS);
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (SessionUser.ATTRIBUTE.equals(event.getName())) {
            int minutes = event.getSession().getServletContext().getSessionTimeout();
            event.getSession().setMaxInactiveInterval(minutes * 60);
        }
    }
}
