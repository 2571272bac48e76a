package uplink.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them: {@code 1 234,50}, {@code 1234.5}. */
@FacesConverter("amount")
public class AmountConverter implements Converter<BigDecimal> {

    @Override
    public @Nullable BigDecimal getAsObject(FacesContext faces, UIComponent field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return parse(typed);
        } catch (NumberFormatException e) {
            String text = Words.of(faces.getViewRoot().getLocale(), "field.amount.wrong");
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text), e);
        }
    }

    static BigDecimal parse(String typed) {
        String plain =
                typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('\u2212', '-');
        if (!plain.matches("[+-]?\\d{1,12}(\\.\\d{1,4})?")) {
            throw new NumberFormatException("not an amount");
        }
        return new BigDecimal(plain);
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, @Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }
}
