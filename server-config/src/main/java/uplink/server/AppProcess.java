package uplink.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Main class of the application server's process. The EAR is deployed after the boot: deployed during it, the server
 * shuts down again. Without Hazelcast administration commands only work in the boot handlers.
 */
public final class AppProcess {
    private AppProcess() {}

    /** Boots the server, deploys resource adapter and EAR, and then serves until the process is asked to end. */
    public static void main(String[] arguments) throws BootstrapException, InterruptedException {
        ParentWatch supervisor = ParentWatch.begin();
        Environment environment = Environment.ofProcess();
        String why = "The application server's process";
        ServerSetup setup = new ServerSetup(environment);
        AtomicReference<AdminCommandRunner> administration = new AtomicReference<>();
        PayaraMicro server = PayaraMicro.getInstance();
        server.setRootDir(new File(environment.need("SERVER_ROOT", why)))
                .setPrintLogo(false)
                .setPreBootHandler(runner -> run(runner, setup.beforeBoot()))
                .setPostBootHandler(runner -> {
                    run(runner, setup.afterBoot());
                    administration.set(runner);
                })
                .setLogPropertiesFile(new File(environment.need("SERVER_LOGGING", why)));
        // not together with setNoCluster, which would win and open the data grid's port
        server.setNoHazelcast(true);
        PayaraMicroRuntime runtime = server.bootStrap();
        System.out.println(Child.BOOTED);
        // the boot overlaps with the start of the database; the application needs the migrated schema
        supervisor.awaitGoOn();
        run(Objects.requireNonNull(administration.get()), setup.application());
        // "deployed" is answered after some failures, too; the list of what runs is honest
        if (!runtime.getDeployedApplicationNames().contains("uplink")) {
            System.out.println("SEVERE: the application was not deployed");
            System.exit(1);
        }
        System.out.println(Child.UP);
    }

    private static void run(AdminCommandRunner runner, List<List<String>> commands) {
        for (List<String> command : commands) {
            ClusterCommandResult result = runner.run(
                    command.get(0), command.subList(1, command.size()).toArray(String[]::new));
            if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
                System.out.println("SEVERE: " + command + ": " + result.getOutput() + " " + result.getFailureCause());
                System.exit(1);
            }
        }
    }
}
