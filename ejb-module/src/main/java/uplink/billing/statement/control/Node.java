package uplink.billing.statement.control;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Text;

/** An element of a document, by its local name. Documents with a DTD, and such as are too deep, are refused. */
final class Node {

    private static final int DEEPEST = 40;

    private final String name;
    private final String namespace;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private final List<Node> children = new ArrayList<>();
    private final Map<String, String> attributes = new HashMap<>();

    private Node(String name, @Nullable String namespace, int line) {
        this.name = name;
        this.namespace = namespace == null ? "" : namespace;
        this.line = line;
    }

    /** The root. Refusals: {@code validation}. */
    static Node parse(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw refused(line, Text.of("statement.xml"));
        }
    }

    private static Node read(XMLStreamReader xml) throws XMLStreamException {
        Deque<Node> open = new ArrayDeque<>();
        Node root = null;
        while (xml.hasNext()) {
            int event = xml.next();
            int line = xml.getLocation().getLineNumber();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refused(line, Text.of("statement.dtd"));
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                Node node = new Node(xml.getLocalName(), xml.getNamespaceURI(), line);
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    node.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                }
                if (open.isEmpty()) {
                    root = node;
                } else {
                    open.peek().children.add(node);
                }
                open.push(node);
                if (open.size() > DEEPEST) {
                    throw refused(line, Text.of("statement.xml"));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (!open.isEmpty()
                    && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                open.peek().text.append(xml.getText());
            }
        }
        if (root == null) {
            throw refused(1, Text.of("statement.xml"));
        }
        return root;
    }

    private static BusinessException refused(int line, Text why) {
        return BusinessException.invalid(List.of(new FieldError("line " + line, why)));
    }

    String namespace() {
        return namespace;
    }

    int line() {
        return line;
    }

    String text() {
        return text.toString().strip();
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    List<Node> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    /** The first at the end of a path such as {@code Acct/Id/IBAN}. */
    Optional<Node> at(String path) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        for (Node child : all(first)) {
            Optional<Node> found = slash < 0 ? Optional.of(child) : child.at(path.substring(slash + 1));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first of these paths that has a text; empty when none has. */
    String text(String... paths) {
        for (String path : paths) {
            String found = at(path).map(Node::text).orElse("");
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }
}
