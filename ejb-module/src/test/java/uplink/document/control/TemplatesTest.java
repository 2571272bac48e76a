package uplink.document.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.document.boundary.TemplateKind;

/** What a template may say, and what becomes of one that tries to say more. */
class TemplatesTest {

    private static final Map<String, Object> MODEL =
            Specimen.of(TemplateKind.INVOICE).in(Locale.ENGLISH);

    private static String complaint(String body) {
        return Templates.complaint(body, MODEL)
                .map(text -> text.key().replaceFirst(".*\\.", ""))
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${invoice.number}",
                "<#-- a note --><#if invoice.isPayable>x<#elseif qr?has_content>y<#else>z</#if>",
                "<#if !invoice.isPayable && (payer.inn?has_content || payer.name == \"x\")>x</#if>",
                "<#list lines as line>${line.title}<#sep>, </#sep></#list><#list lines as l>${l.no}</#list>",
                "a { b: c } $ # [#if x] [=y] #{z}"
            })
    void thisMuchIsAllowed(String body) {
        assertEquals("", complaint(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "${invoice.nonsense} ~ unknown",
                "${nonsense} ~ unknown",
                "<#if nonsense>x</#if> ~ unknown",
                "<#list nonsense as x>x</#list> ~ unknown",
                "<#list lines as line>${line.nonsense}</#list> ~ unknown",
                "<#list lines as line>x</#list>${line.title} ~ unknown",
                "<#list invoice.number as x>x</#list> ~ no-list",
                "${lines} ~ no-text",
                "${invoice} ~ no-text",
                "${invoice.isPayable} ~ no-text",
                "<#if invoice.isPayable>x ~ syntax",
                "<#if invoice.number>x</#if> ~ syntax",
                "<#if invoice.isPayable><#list lines as l></#if></#list> ~ unbalanced",
                "</#if> ~ unbalanced",
                "<#else> ~ syntax",
            })
    void aMistakeIsNamed(String body, String wrong) {
        assertEquals(wrong, complaint(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${invoice?api.class}",
                "${invoice.number?eval}",
                "${invoice.number?interpret}",
                "${invoice.number?no_esc}",
                "${.data_model}",
                "${.globals.x}",
                "${7*7}",
                "${\"a\" + \"b\"}",
                "${invoice[\"number\"]}",
                "${invoice.number!\"x\"}",
                "${}",
                "${invoice.number",
                "<#assign x = 1>",
                "<#assign x in invoice>",
                "<#macro m><@m/></#macro>",
                "<@m/>",
                "</@m>",
                "<#include \"/etc/passwd\">",
                "<#import \"x\" as y>",
                "<#function f()></#function>",
                "<#noparse>",
                "<#ftl output_format=\"plainText\">",
                "<#list 1..1000000000 as x></#list>",
                "<#list lines as a><#list lines as b></#list></#list>",
                "<#list lines></#list>",
                "<#if invoice.number == \"${7*7}\">x</#if>",
                "<#if (1..9)?size gt 1>x</#if>",
                "<#if invoice.isPayable = true>x</#if>",
                "<#visit invoice>",
                "<#recurse>",
                "<#attempt><#recover></#attempt>",
                "<#setting locale=\"ru\">",
                "<#outputformat \"plainText\">x</#outputformat>",
                "<#noautoesc>x</#noautoesc>",
                "<#escape x as x?api>x</#escape>",
                "<#-- --] ${7*7} -->",
                "<#stop \"x\">",
                "<#if>x</#if>",
                "<#list invoice as a, b></#list>"
            })
    void nothingElseIs(String body) {
        String said = complaint(body);
        assertTrue(said.equals("refused") || said.equals("unknown") || said.equals("no-list"), said);
    }

    /** The second wall: what the check lets through by mistake would meet a FreeMarker that can do nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\", \"/\")}",
                "${invoice?api.class}",
                "${invoice.class}",
                "${invoice.number.class.name}",
                "${invoice.getClass()}",
                "<#include \"/etc/passwd\">",
                "<#list 1..2000000000 as x>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</#list>"
            })
    void freeMarkerItselfOpensNothing(String body) {
        assertThrows(RuntimeException.class, () -> Templates.filled(body, MODEL));
    }

    @Test
    void theLineIsTold() {
        assertEquals(
                "Line 3: there is no such name: ${b}",
                Templates.complaint("<p>\n  ${qr}\n  ${b}</p>", MODEL)
                        .orElseThrow()
                        .in(Locale.ENGLISH));
        assertEquals(
                "Line 1: there is no such name: ${b}",
                Templates.complaint("${b}", MODEL).orElseThrow().in(Locale.ENGLISH));
    }

    @Test
    void valuesAreEscaped() {
        assertEquals("&lt;b&gt; &amp;", Templates.filled("${x}", Map.of("x", "<b> &")));
    }
}
