package uplink.notification.control.sms;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.bean.Command;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * What the library's own connections leave open: a connection that is never answered, a certificate of somebody else's
 * host, and a length that no message has.
 */
final class SmppRoad extends DefaultPDUReader implements ConnectionFactory {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int HEADER = 16;
    /** A message in an optional parameter has up to 64 kB. */
    private static final int LARGEST = 70_000;

    private final boolean encrypted;
    private final int patienceMillis;

    SmppRoad(SmppSettings settings) {
        this.encrypted = settings.encrypted();
        this.patienceMillis = (int) settings.patience().toMillis();
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            return new SocketConnection(encrypted ? encrypted(socket, host, port) : socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket encrypted(Socket plain, String host, int port) throws IOException {
        plain.setSoTimeout(patienceMillis);
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < HEADER || length > LARGEST) {
            throw new IOException("a message of " + length + " bytes");
        }
        Command header = new Command();
        header.setCommandLength(length);
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }
}
