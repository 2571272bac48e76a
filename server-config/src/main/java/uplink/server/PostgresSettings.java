package uplink.server;

/** How the embedded PostgreSQL is set up: reachable from this machine only, sized for a small one, durable. */
final class PostgresSettings {
    static final String TEXT =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 120
            shared_buffers = '256MB'
            effective_cache_size = '1GB'
            work_mem = '16MB'
            maintenance_work_mem = '128MB'
            max_wal_size = '4GB'
            checkpoint_completion_target = 0.9
            wal_compression = on
            random_page_cost = 1.1
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] %q%u@%d '
            log_checkpoints = off
            idle_in_transaction_session_timeout = '15min'
            """;

    private PostgresSettings() {}
}
