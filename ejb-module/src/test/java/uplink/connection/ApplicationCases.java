package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** A site at which people apply. */
abstract class ApplicationCases {

    final Desk desk = new Desk(Site.TODAY);
    final Site site = new Site(desk);

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    static BusinessException refused(ProblemType type, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, work::run);
        assertEquals(type, refusal.type());
        return refusal;
    }
}
