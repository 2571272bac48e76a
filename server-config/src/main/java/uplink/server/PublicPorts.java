package uplink.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Ports on which processes listen for other machines, as the kernel knows them. */
final class PublicPorts {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENS = "0A";
    private static final String WITHOUT_PEER = "07";
    private static final String SOCKET = "socket:[";

    private PublicPorts() {}

    /** Those of the process and all that it started. Addresses of a private network count as safe. */
    static Set<Integer> of(ProcessHandle process) {
        Set<String> sockets = new HashSet<>();
        Stream.concat(Stream.of(process), process.descendants()).forEach(each -> addSockets(each, sockets));
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            String waiting = table.startsWith("tcp") ? LISTENS : WITHOUT_PEER;
            for (String line : lines(PROC.resolve("net").resolve(table))) {
                String[] columns = line.trim().split("\\s+");
                if (columns[3].equals(waiting) && sockets.contains(columns[9])) {
                    String[] local = columns[1].split(":");
                    if (isPublic(local[0])) {
                        ports.add(Integer.parseInt(local[1], 16));
                    }
                }
            }
        }
        return ports;
    }

    /** Whether another network may reach the address, which is in hexadecimal, four bytes at a time and backwards. */
    static boolean isPublic(String kernelAddress) {
        byte[] given = HexFormat.of().parseHex(kernelAddress);
        byte[] bytes = new byte[given.length];
        for (int i = 0; i < given.length; i++) {
            bytes[i] = given[i / 4 * 4 + 3 - i % 4];
        }
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            boolean uniqueLocal = address.getAddress().length == 16 && (bytes[0] & 0xfe) == 0xfc;
            return !(address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || address.isLinkLocalAddress()
                    || uniqueLocal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(kernelAddress, e);
        }
    }

    private static void addSockets(ProcessHandle process, Set<String> sockets) {
        Path directory = PROC.resolve(Long.toString(process.pid())).resolve("fd");
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String target = target(file);
                if (target.startsWith(SOCKET)) {
                    sockets.add(target.substring(SOCKET.length(), target.length() - 1));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // the process ended meanwhile, and its sockets with it
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }

    private static List<String> lines(Path table) {
        try {
            List<String> lines = Files.readAllLines(table);
            return lines.subList(Math.min(1, lines.size()), lines.size());
        } catch (IOException e) {
            return List.of(); // a kernel without that protocol
        }
    }
}
