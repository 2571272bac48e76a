package uplink.server;

import java.util.List;

/**
 * The administration commands that turn a pristine server into Uplink's. Secrets stay in the environment: the server
 * resolves {@code ${ENV=NAME}} when it uses a value.
 */
record ServerSetup(Environment environment) {
    private static final String WHY = "The application server's process";
    private static final String CONFIG = "configs.config.server-config.";
    private static final String LISTENER = CONFIG + "network-config.network-listeners.network-listener.http-listener.";

    private static final String PROTOCOL = CONFIG + "network-config.protocols.protocol.http-listener.http.";

    /** Listeners, limits and the database pool. */
    List<List<String>> beforeBoot() {
        return List.of(
                set(LISTENER + "address=" + environment.need("SERVER_BIND", WHY)),
                set(LISTENER + "port=" + environment.need("SERVER_PORT", WHY)),
                set(PROTOCOL + "max-connections=1000"),
                set(PROTOCOL + "server-header=false"),
                set(PROTOCOL + "xframe-options=false"),
                // In this server one oversized header over HTTP/2 makes it answer 431 to other people's requests, too.
                // Browsers speak HTTP/2 over TLS only, and that ends at the proxy.
                set(PROTOCOL + "http2-enabled=false"),
                set(CONFIG + "phone-home-runtime-configuration.enabled=false"),
                // metrics and health answer on the loopback listener only
                List.of(
                        "create-virtual-server",
                        "--hosts=management.invalid",
                        "--networklisteners=management",
                        "management"),
                List.of(
                        "create-http-listener",
                        "--listeneraddress=127.0.0.1",
                        "--listenerport=" + environment.need("UPLINK_MANAGEMENT_PORT", WHY),
                        "--defaultvs=management",
                        "--securityenabled=false",
                        "--xpowered=false",
                        "management"),
                set(CONFIG + "microprofile-metrics-configuration.virtual-servers=management"),
                List.of("set-microprofile-healthcheck-configuration", "--enabled=true", "--virtualservers=management"),
                databasePool(),
                List.of("create-jdbc-resource", "--connectionpoolid=uplink", "jdbc/uplink"),
                limitsPool(),
                List.of("create-jdbc-resource", "--connectionpoolid=uplink-limits", "jdbc/uplink-limits"),
                // threads for parts of answers: many short questions, and a place for some that hang
                List.of(
                        "create-managed-executor-service",
                        "--corepoolsize=8",
                        "--maximumpoolsize=16",
                        "--taskqueuecapacity=512",
                        "--keepaliveseconds=60",
                        "--hungafterseconds=0",
                        "concurrent/uplink-gather"),
                List.of(
                        "create-resource-adapter-config",
                        "--property",
                        "ConnectionParameters=${ENV=SERVER_JMS_PARAMETERS}:UserName=${ENV=UPLINK_JMS_USER}"
                                + ":Password=${ENV=UPLINK_JMS_PASSWORD}",
                        "artemis"));
    }

    /** The resource adapter and the connection factory that needs it. */
    List<List<String>> afterBoot() {
        return List.of(
                List.of("deploy", "--name=artemis", environment.need("SERVER_ADAPTER", WHY)),
                List.of(
                        "create-connector-connection-pool",
                        "--raname=artemis",
                        "--connectiondefinition=jakarta.jms.ConnectionFactory",
                        // No XA: sending inside a transaction that also touches the database is refused at once.
                        // The relay sends from the outbox, outside of one.
                        "--transactionsupport=LocalTransaction",
                        "--steadypoolsize=0",
                        "--maxpoolsize=" + environment.number("UPLINK_JMS_POOL", 16, 1, 200),
                        "--poolresize=2",
                        "--maxwait=2000",
                        "--idletimeout=300",
                        "--failconnection=true",
                        "--property",
                        "UserName=${ENV=UPLINK_JMS_USER}:Password=${ENV=UPLINK_JMS_PASSWORD}",
                        "uplink-jms"),
                List.of("create-connector-resource", "--poolname=uplink-jms", "jms/uplink"));
    }

    /** The application, on the public listener only. */
    List<List<String>> application() {
        return List.of(List.of(
                "deploy", "--name=uplink", "--virtualservers=server", environment.need("SERVER_APPLICATION", WHY)));
    }

    private List<String> databasePool() {
        return List.of(
                "create-jdbc-connection-pool",
                "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
                "--restype=javax.sql.DataSource",
                "--steadypoolsize=2",
                "--maxpoolsize=" + environment.number("UPLINK_DB_POOL", 24, 2, 1000),
                "--poolresize=2",
                "--maxwait=2000",
                "--idletimeout=300",
                // a restarted database must cost nobody a request: look at a connection before handing it out
                "--isconnectvalidatereq=true",
                "--validationmethod=custom-validation",
                "--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
                "--validateatmostonceperiod=1",
                "--failconnection=false",
                "--isisolationguaranteed=false",
                "--property",
                "url=${ENV=SERVER_DB_URL}:user=${ENV=SERVER_DB_USER}:password=${ENV=SERVER_DB_PASSWORD}",
                "uplink");
    }

    /** For limits only: outside of transactions, so that no request holds a bucket longer than one statement. */
    private static List<String> limitsPool() {
        return List.of(
                "create-jdbc-connection-pool",
                "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
                "--restype=javax.sql.DataSource",
                "--nontransactionalconnections=true",
                "--steadypoolsize=1",
                "--maxpoolsize=6",
                "--poolresize=1",
                "--maxwait=250",
                "--idletimeout=300",
                "--isconnectvalidatereq=true",
                "--validationmethod=custom-validation",
                "--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
                "--validateatmostonceperiod=1",
                "--failconnection=false",
                "--isisolationguaranteed=false",
                "--property",
                "url=${ENV=SERVER_LIMITS_DB_URL}:user=${ENV=SERVER_DB_USER}:password=${ENV=SERVER_DB_PASSWORD}",
                "uplink-limits");
    }

    private static List<String> set(String assignment) {
        return List.of("set", assignment);
    }
}
