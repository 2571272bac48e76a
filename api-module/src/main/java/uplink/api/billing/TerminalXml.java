package uplink.api.billing;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import uplink.billing.terminal.boundary.TerminalAnswer;

/** An answer to a payment terminal, in the order of the protocol. */
final class TerminalXml {

    private TerminalXml() {}

    static String of(TerminalAnswer answer, Locale locale) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("response");
            element(xml, "osmp_txn_id", answer.txnId());
            element(xml, "prv_txn", answer.prvTxn());
            element(xml, "sum", answer.sum() == null ? null : answer.sum().toPlainString());
            element(xml, "ccy", answer.currency());
            element(xml, "result", answer.result().code());
            element(
                    xml,
                    "comment",
                    answer.comment() == null ? null : answer.comment().in(locale));
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can be written to", e);
        }
    }

    private static void element(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(value.toString());
            xml.writeEndElement();
        }
    }
}
