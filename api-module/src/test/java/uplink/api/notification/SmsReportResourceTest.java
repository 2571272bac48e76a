package uplink.api.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsReportResourceTest {

    @Test
    void aFormIsReadAndWhatIsNoneIsLeftOut() {
        assertEquals(
                Map.of("id", "a b", "status", "Доставлено", "empty", ""),
                SmsReportResource.form(
                        "id=a+b&status=%D0%94%D0%BE%D1%81%D1%82%D0%B0%D0%B2%D0%BB%D0%B5%D0%BD%D0%BE&empty=&=x&alone&bad=%zz"));
        assertEquals(Map.of(), SmsReportResource.form(""));
    }
}
