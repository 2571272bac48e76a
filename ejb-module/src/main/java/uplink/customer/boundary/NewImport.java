package uplink.customer.boundary;

/**
 * A file to be imported.
 *
 * @param content the bytes as they came: UTF-8 or windows-1251; comma, semicolon or tab
 * @param dryRun everything is checked and nothing written
 */
public record NewImport(ImportKind kind, String fileName, byte[] content, ImportMode mode, boolean dryRun) {

    /** One of customers. */
    public NewImport(String fileName, byte[] content, ImportMode mode, boolean dryRun) {
        this(ImportKind.CUSTOMERS, fileName, content, mode, dryRun);
    }
}
