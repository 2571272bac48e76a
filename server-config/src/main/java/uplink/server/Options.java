package uplink.server;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line of {@code run} asked for.
 *
 * @param port public HTTP port, 1–65535
 * @param data directory that keeps everything between runs
 * @param demo load the demo provider
 * @param fresh delete the data directory's content first
 * @param stop end the server that runs on this data directory instead of starting one
 */
record Options(int port, Path data, boolean demo, boolean fresh, boolean stop) {

    static final String USAGE =
            """
            Usage: run [--port N] [--data DIR] [--demo] [--fresh] [--stop]
              --port N    public HTTP port (default 8080)
              --data DIR  database, broker, logs and secrets live here (default ./data)
              --demo      load the demo provider
              --fresh     begin with an empty data directory
              --stop      end the server that runs on the data directory""";

    /** Reads the arguments; {@code defaultData} is used when {@code --data} is not given. */
    static Options parse(List<String> arguments, Path defaultData) {
        int port = 8080;
        Path data = defaultData;
        boolean demo = false;
        boolean fresh = false;
        boolean stop = false;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--port" -> port = port(value(argument, rest));
                case "--data" -> data = Path.of(value(argument, rest));
                case "--demo" -> demo = true;
                case "--fresh" -> fresh = true;
                case "--stop" -> stop = true;
                default -> throw new StartFailure("Unknown option " + argument + ".\n" + USAGE);
            }
        }
        return new Options(port, data.toAbsolutePath().normalize(), demo, fresh, stop);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new StartFailure(option + " needs a value.\n" + USAGE);
        }
        return rest.next();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw new StartFailure("--port needs a number from 1 to 65535, not \"" + text + "\".");
    }
}
