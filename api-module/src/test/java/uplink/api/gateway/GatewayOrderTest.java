package uplink.api.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The gateway's order is a promise: request id first, limits before the work, and no address beside them. */
class GatewayOrderTest {

    private static final List<String> ORDER = List.of(
            "request-ids",
            "access-log",
            "security-headers",
            "body-limits",
            "cors",
            "authentication",
            "stranger-limit",
            "user-limit",
            "idempotency");

    private static final Map<String, List<String>> ADDRESSES = new TreeMap<>();
    private static final List<String> FOUND = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException, SAXException, ParserConfigurationException {
        NodeList mappings = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("src/main/webapp/WEB-INF/web.xml").toFile())
                .getElementsByTagName("filter-mapping");
        for (int i = 0; i < mappings.getLength(); i++) {
            Element mapping = (Element) mappings.item(i);
            String name = texts(mapping, "filter-name").get(0);
            FOUND.add(name);
            ADDRESSES.put(name, texts(mapping, "url-pattern"));
        }
    }

    @Test
    void aRequestPassesThemInThisOrder() {
        assertEquals(ORDER, FOUND);
    }

    @Test
    void everyAnswerHasItsIdItsLineAndItsHeaders() {
        for (String name : ORDER.subList(0, 5)) {
            assertEquals(List.of("/*"), ADDRESSES.get(name), name);
        }
    }

    @Test
    void whateverAsksABoundaryKnowsItsCallerAndItsLimits() {
        for (String name : ORDER.subList(5, 8)) {
            assertTrue(ADDRESSES.get(name).containsAll(List.of("/v1/*", "/graphql")), name);
        }
    }

    private static List<String> texts(Element in, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = in.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }
}
