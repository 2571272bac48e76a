package uplink.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the console's pages can be told to do, read from their sources: every button, link, listener and search. */
final class ConsoleActions {

    /**
     * One of them.
     *
     * @param file below the console's root
     * @param method bean and method
     * @param form the client id of its form
     * @param source the client id of what is pressed, in the first row where it stands in rows
     * @param fields client ids of the form's inputs
     */
    record Action(String file, String method, String form, String source, List<String> fields) {}

    private static final Set<String> COMMANDS = Set.of("action", "actionListener", "listener", "completeMethod");
    private static final Set<String> INPUTS =
            Set.of("inputText", "inputTextarea", "password", "selectOneMenu", "selectManyListbox", "datePicker");
    private static final Set<String> ROWS = Set.of("dataTable", "repeat");
    private static final Pattern METHOD = Pattern.compile("#\\{(\\w+\\.\\w+)");

    private final List<Action> found = new ArrayList<>();
    private final Path root;

    private ConsoleActions(Path root) {
        this.root = root;
    }

    static List<Action> all() {
        ConsoleActions actions = new ConsoleActions(LiveUplink.home().resolve("web-module/src/main/webapp"));
        try (Stream<Path> files = Files.walk(actions.root)) {
            files.filter(file -> file.toString().endsWith(".xhtml")).sorted().forEach(actions::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return actions.found;
    }

    private void read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Element page = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            walk(root.relativize(file).toString(), page, "", "", new ArrayList<>());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private void walk(String file, Element element, String form, String prefix, List<String> fields) {
        String name = element.getLocalName();
        String id = element.getAttribute("id");
        if (INPUTS.contains(name) && !id.isEmpty()) {
            fields.add(prefix + id);
        }
        commands(element)
                .forEach(method ->
                        found.add(new Action(file, method, form, prefix + sourceId(file, element, method), fields)));
        boolean isForm = name.equals("form");
        String inner = isForm ? id + ":" : ROWS.contains(name) ? prefix + id + ":0:" : prefix;
        List<String> innerFields = isForm ? new ArrayList<>() : fields;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                walk(file, part, isForm ? id : form, inner, innerFields);
            }
        }
    }

    /** What f:viewAction does happens to everybody who opens the page. */
    private static List<String> commands(Element element) {
        List<String> methods = new ArrayList<>();
        for (String attribute : COMMANDS) {
            Matcher method = METHOD.matcher(element.getAttribute(attribute));
            if (!element.getLocalName().equals("viewAction") && method.find()) {
                methods.add(method.group(1));
            }
        }
        return methods;
    }

    /** A listener acts for the input that it stands in; anything else needs an id, else nobody can try it. */
    private static String sourceId(String file, Element element, String method) {
        Element source = element.getLocalName().equals("ajax") ? (Element) element.getParentNode() : element;
        String id = source.getAttribute("id");
        if (id.isEmpty()) {
            throw new AssertionError(method + " in " + file + " needs an id, so that it can be tried here");
        }
        return id;
    }

    /** The form as a browser sends it when that button is pressed, with something in every field. */
    static Map<String, String> pressed(Action action) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(action.form(), action.form());
        action.fields().forEach(field -> values.put(field, field.endsWith("amount") ? "1.01" : "7"));
        values.put(action.source(), action.source());
        return values;
    }
}
