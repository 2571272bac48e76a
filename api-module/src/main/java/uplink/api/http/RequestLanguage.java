package uplink.api.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of this request's answer: Russian or English. */
@RequestScoped
public class RequestLanguage {

    @Inject
    private HttpServletRequest request;

    public Locale locale() {
        return Requests.language(request);
    }
}
