package uplink.api.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation for people who are not signed in that checks a secret or causes a mail: ten a minute from one address. It
 * belongs to the operation, so no other spelling of its path gets around it.
 */
@NameBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Guarded {

    /** What is counted; the console counts the same thing under the same name. */
    String value();

    /** Other people's servers rather than people: six hundred a minute from one address. Nothing may be gained by it. */
    boolean machine() default false;
}
