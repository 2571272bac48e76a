package uplink.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the embedded PostgreSQL in {@code DATA/postgres}, and the programs that work on them. */
record PostgresFiles(DataDirectory data, Path server) {
    /** Makes the files when there are none: apart, and then moved into place, so that a killed run leaves no half. */
    void create(String superuser, Path passwordFile) {
        if (Files.exists(data.postgres().resolve("PG_VERSION"))) {
            return;
        }
        refuseForeignFiles();
        Path unfinished = data.path().resolve("postgres-unfinished");
        Path log = data.logs().resolve("postgres-create.log");
        Trees.delete(unfinished);
        List<String> command = program(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8");
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new StartFailure(
                        "PostgreSQL could not create its files:\n" + String.join("\n", Files.readAllLines(log)));
            }
            Files.writeString(unfinished.resolve("postgresql.auto.conf"), PostgresSettings.TEXT);
            Files.deleteIfExists(data.postgres());
            Files.move(unfinished, data.postgres());
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not create its files: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted.", e);
        }
    }

    /** A directory that is not a whole database may be a damaged one: a person decides, not a start. */
    private void refuseForeignFiles() {
        String[] content = data.postgres().toFile().list();
        if (content != null && content.length > 0) {
            throw new StartFailure(
                    "The files in " + data.postgres()
                            + " are no whole PostgreSQL database (PG_VERSION is missing): restore a backup, or begin anew with --fresh.");
        }
    }

    /** The server's command line. */
    List<String> serverProgram(int port) {
        return program("postgres", "-D", data.postgres().toString(), "-p", Integer.toString(port));
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
    private List<String> program(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(
                PostgresBinaries.unpacked(server).resolve("bin").resolve(name).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
