package uplink.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Ports of the loopback services: free ones, remembered so that they are the same after a restart if still free. */
final class Ports {
    private final PropertyFile remembered;
    private final Set<Integer> taken = new HashSet<>();

    /** The {@code publicPort} is never handed out. */
    Ports(Path state, int publicPort) {
        this.remembered = new PropertyFile(state.resolve("ports"));
        taken.add(publicPort);
    }

    int port(String service) {
        int port = remembered
                .get(service)
                .map(Integer::parseInt)
                .filter(this::free)
                .orElseGet(this::anyFree);
        taken.add(port);
        remembered.put(service, Integer.toString(port));
        return port;
    }

    private boolean free(int port) {
        return !taken.contains(port) && canListen(InetAddress.getLoopbackAddress(), port);
    }

    private int anyFree() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (!taken.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new StartFailure("No free port on the loopback address: " + e.getMessage(), e);
            }
        }
    }

    static boolean canListen(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
