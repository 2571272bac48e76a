package uplink.ear;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.UUID;

/** Statements as 1C writes them, of an account that no other test has. */
public final class BankFiles {

    private BankFiles() {}

    /** 100.00 for each of these purposes, with a payer of that name. */
    public static String of(String payer, String... purposes) {
        String account = "407028101" + String.format("%011d", System.nanoTime() % 100_000_000_000L);
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < purposes.length; i++) {
            documents.append(document(account, i + 1, payer, purposes[i]));
        }
        return """
                1CClientBankExchange
                СекцияРасчСчет
                ДатаНачала=01.12.2026
                ДатаКонца=01.12.2026
                РасчСчет=%s
                НачальныйОстаток=0.00
                КонечныйОстаток=%d00.00
                КонецРасчСчет
                %sКонецФайла
                """
                .formatted(account, purposes.length, documents);
    }

    private static String document(String account, int number, String payer, String purpose) {
        return """
                СекцияДокумент=Платежное поручение
                Номер=%d
                Дата=01.12.2026
                Сумма=100.00
                Плательщик1=%s
                ПлательщикСчет=40817810000000000001
                ПолучательСчет=%s
                НазначениеПлатежа=%s
                КонецДокумента
                """
                .formatted(number, payer, account, purpose);
    }

    /** Hands it in. */
    public static HttpResponse<String> send(LiveUplink uplink, String token, String file) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(uplink.url() + "/api/v1/admin/bank-statements?fileName=k.txt"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/plain")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file.getBytes(Charset.forName("windows-1251"))))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
