package uplink.billing.requisites.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A code that bank applications read to pay an invoice (ГОСТ Р 56042-2014).
 *
 * @param available false when there is nothing to pay, or the provider's bank details are not entered
 * @param text what is in it
 * @param qrPng a picture, PNG in base64
 */
public record PaymentQr(boolean available, @Nullable String text, @Nullable String qrPng) {

    static final PaymentQr NONE = new PaymentQr(false, null, null);
}
