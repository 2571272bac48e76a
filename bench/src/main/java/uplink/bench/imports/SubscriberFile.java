package uplink.bench.imports;

import java.nio.charset.StandardCharsets;

/** A subscriber base as a file: one customer, contract, address, subscription and opening balance a row. */
record SubscriberFile(int rows, String tariffCode) {

    byte[] content() {
        StringBuilder text = new StringBuilder(rows * 140);
        text.append(
                "customer_key;kind;full_name;email;phone;contract_number;signed_on;billing_day;city;street;house;flat;"
                        + "tariff;started_on;opening_balance\n");
        for (int i = 1; i <= rows; i++) {
            text.append('k').append(i).append(";person;Абонент Загруженный ").append(i);
            text.append(";i").append(i).append("@example.org;+7").append(9_100_000_000L + i);
            text.append(";I-").append(1_000_000 + i).append(";2025-03-01;").append(1 + i % 28);
            text.append(";Тверь;улица Лесная ")
                    .append(i % 300)
                    .append(';')
                    .append(1 + i % 150)
                    .append(';');
            text.append(1 + i % 90).append(';').append(tariffCode).append(";2025-03-01;");
            text.append(i % 3 == 0 ? "" : (i % 7 - 3) + ".50").append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
