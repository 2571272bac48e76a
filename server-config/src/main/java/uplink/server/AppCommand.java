package uplink.server;

import java.util.ArrayList;
import java.util.List;

/** The command line of the application server's process. */
record AppCommand(Layout layout, Environment environment, boolean fastStart) {

    List<String> words(ClassArchive archive) {
        List<String> command = new ArrayList<>(List.of(Jvm.java(), "-Xmx640m", "-XX:MetaspaceSize=224m"));
        // a demo or a test is short: quick to warm up beats quick in the long run, and a heap that does not have to
        // grow
        // first saves five seconds of collections at the start
        command.addAll(
                fastStart
                        ? List.of("-Xms640m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                        : List.of("-Xms256m", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=50"));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Dfish.payara.micro.BootJar=" + layout.runtimeJar().toUri(),
                "-Dfish.payara.micro.UnpackDir=" + layout.runtime(),
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tLZ %4$s [%3$s] %5$s%6$s%n"));
        command.addAll(Jvm.openings(layout.runtimeJar()));
        command.addAll(archive.flags());
        String more = environment.get("UPLINK_JVM_OPTS");
        if (more != null) {
            command.addAll(List.of(more.split("\\s+")));
        }
        command.addAll(List.of("-cp", layout.runtimeJar() + ":" + layout.launcher(), AppProcess.class.getName()));
        return command;
    }
}
