package uplink.billing.statement.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purposes as people and banks write them. */
class CluesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Оплата за интернет л/с 00123 | 00123",
                "л/сч 00123, НДС не облагается | 00123",
                "Лицевой счет: 445566; ФИО Иванов | 445566",
                "лицевой счёт №445566 | 445566",
                "ЛС 100001 | 100001",
                "Оплата по договору № UL-100001 от 01.02.2020 | ul-100001",
                "Оплата по договору UL-100001 за декабрь | ul-100001",
                "Оплата по дог. 100001. Без НДС. | 100001",
                "по договору от 01.02.2020 № UL-100001 | ul-100001",
                "По договору от 01.02.20 г. № 17/2020-И за услуги связи | 17/2020-и",
                "Договор N 100001 НДС 20% - 108.33 | 100001",
                "абонентский договор №100001 | 100001",
                "payment for contract UL-100001 | ul-100001",
                "UL-100001 интернет | ul-100001",
                "Оплата услуг связи, 650.00 руб., т. 9161234567 | ''",
                "Оплата по договору за декабрь 2026 | ''",
                "Оплата по счету № 000000017 от 01.12.2026 | ''",
            })
    void contractsAreNumbersBesideTheirWord(String purpose, String expected) {
        List<String> found = Clues.in(purpose).contractsOr(purpose, "UL-");
        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), found, purpose);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Оплата по счету № 000000017 от 01.12.2026 | 000000017",
                "Оплата счёта 17 за услуги связи | 17",
                "сч. 17 | 17",
                "по сч-ф №17 | 17",
                "счет-фактура N 17 | 17",
                "invoice 000000017 | 000000017",
                "Лицевой счет 445566 | ''",
                "на счет 40702810900000000001 | 40702810900000000001",
                "расчеты за 17 дней | ''",
            })
    void invoicesAreNumbersBesideTheirs(String purpose, String expected) {
        assertEquals(
                expected.isEmpty() ? List.of() : List.of(expected),
                List.copyOf(Clues.in(purpose).invoices()),
                purpose);
    }
}
