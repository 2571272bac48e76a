package uplink.api.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;

/** A component of one of our records must be there, and not null, unless it is declared {@link Nullable}. */
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isOurs(member)
                ? Boolean.valueOf(!isNullable((AnnotatedParameter) member))
                : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        if (annotated instanceof AnnotatedParameter parameter && isOurs(parameter) && !isNullable(parameter)) {
            return JsonSetter.Value.forValueNulls(Nulls.FAIL);
        }
        return super.findSetterInfo(annotated);
    }

    private static boolean isOurs(AnnotatedMember member) {
        return member instanceof AnnotatedParameter
                && member.getDeclaringClass().isRecord()
                && member.getDeclaringClass().getPackageName().startsWith("uplink.");
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        Executable constructor = (Executable) parameter.getOwner().getAnnotated();
        AnnotatedType[] types = constructor.getAnnotatedParameterTypes();
        return types[parameter.getIndex()].isAnnotationPresent(Nullable.class);
    }
}
