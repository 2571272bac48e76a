package uplink.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ports on which a process listens, read from the kernel. */
final class ListeningPorts {
    private static final String LISTEN = "0A";

    private ListeningPorts() {}

    /** Ports of the process that can be reached from another machine. */
    static Set<Integer> publicOf(long pid) throws IOException {
        Set<String> sockets = sockets(pid);
        Set<Integer> ports = new HashSet<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            List<String> lines = Files.readAllLines(Path.of("/proc/net", table));
            for (String line : lines.subList(1, lines.size())) {
                String[] columns = line.trim().split("\\s+");
                String[] local = columns[1].split(":");
                boolean listens = table.startsWith("udp") || columns[3].equals(LISTEN);
                if (listens && sockets.contains(columns[9]) && !isLoopback(local[0])) {
                    ports.add(Integer.parseInt(local[1], 16));
                }
            }
        }
        return ports;
    }

    /** Addresses are in the machine's byte order: 127.0.0.1 ends with 7F, its IPv6 form as well. */
    private static boolean isLoopback(String address) {
        boolean v4 = address.length() == 8 && address.endsWith("7F");
        boolean v4InV6 = address.startsWith("0000000000000000FFFF0000") && address.endsWith("7F");
        return v4 || v4InV6 || address.equals("00000000000000000000000001000000");
    }

    private static Set<String> sockets(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    String target = Files.readSymbolicLink(file).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }
}
