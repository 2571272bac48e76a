package uplink.api.http;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that moves money: refused with 400 {@code idempotency-key-required} without an {@code Idempotency-Key}.
 * Any other unsafe operation may carry one; the gateway honours it everywhere but where the {@link AnswerNotKept}.
 */
@NameBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
