package uplink.shared;

/** A vault whose key is known to everybody: for tests. */
public final class TestVault {

    private TestVault() {}

    public static KeyVault make() {
        return new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }
}
