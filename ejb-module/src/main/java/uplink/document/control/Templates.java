package uplink.document.control;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XHTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uplink.shared.Text;

/**
 * Fills templates in with FreeMarker, every value escaped. Its types stay out of signatures: the server's scanner of
 * classes follows those (ADR 70).
 */
public final class Templates {

    private static final int LONGEST = 4_000_000;

    private Templates() {}

    /** What keeps a template from being used, in words with the line; empty: it can be. */
    public static Optional<Text> complaint(String body, Map<String, Object> model) {
        Optional<Text> said = TemplateCheck.complaint(body, model);
        return said.isPresent() ? said : unfillable(body, model);
    }

    private static Optional<Text> unfillable(String body, Map<String, Object> model) {
        try {
            filled(body, model);
            return Optional.empty();
        } catch (UnusableTemplate e) {
            return Optional.of(Text.of("document.template.syntax", e.line(), e.said()));
        }
    }

    /** XHTML. */
    public static String filled(String body, Map<String, Object> model) {
        try {
            BoundedWriter out = new BoundedWriter(LONGEST);
            new Template("document", body, configuration()).process(model, out);
            return out.toString();
        } catch (ParseException e) {
            throw new UnusableTemplate(e.getLineNumber(), e.getEditorMessage(), e);
        } catch (TemplateException e) {
            throw new UnusableTemplate(line(e.getLineNumber()), e.getMessageWithoutStackTop(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int line(java.lang.Integer line) {
        return line == null ? 0 : line;
    }

    /** Maps, lists, texts and truths; no classes, no methods, nothing to include. */
    private static Configuration configuration() {
        Configuration all = new Configuration(Configuration.VERSION_2_3_34);
        all.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        all.setOutputFormat(XHTMLOutputFormat.INSTANCE);
        all.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
        all.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        all.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        all.setAPIBuiltinEnabled(false);
        all.setTemplateLoader(null);
        all.setLocale(Locale.ROOT);
        all.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        all.setLogTemplateExceptions(false);
        return all;
    }
}
