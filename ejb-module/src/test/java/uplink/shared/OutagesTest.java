package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutagesTest {

    @Test
    void anOutageIsFoundUnderWhateverTheContainerWrapsAroundIt() {
        assertTrue(Outages.isOne(new EJBException(new DatabaseException(new SQLException("x", "08006")))));
        assertTrue(Outages.isOne(new RuntimeException(new SQLException("x", "57P01"))));
        assertTrue(Outages.isOne(new SQLException("Error in allocating a connection. Cause: …")));
        assertFalse(Outages.isOne(new EJBException(new DatabaseException(new SQLException("x", "23505")))));
        assertFalse(Outages.isOne(new IllegalStateException("x")));
        assertFalse(Outages.isOne(new DatabaseException(new SQLException("x"))));
    }
}
