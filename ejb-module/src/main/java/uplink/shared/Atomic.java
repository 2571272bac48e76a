package uplink.shared;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The call is one database transaction: the caller's, or one of its own. For steps of boundaries that have none; there
 * {@code jakarta.transaction.Transactional} begins one that Payara enlists no connection in, so that each statement
 * commits by itself.
 */
@Inherited
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Atomic {}
