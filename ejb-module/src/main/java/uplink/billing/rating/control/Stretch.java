package uplink.billing.rating.control;

import java.time.LocalDate;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.TaxRate;

/** Days of a billed line that are still charged. */
record Stretch(Outstanding of, LocalDate from, LocalDate to) {

    boolean chargesAs(Piece piece) {
        LineTax tax = of.line().tax();
        TaxRate wanted = piece.tax();
        if (piece.rate().signum() == 0) {
            return true; // a free piece is only ever laid over what was charged at nothing
        }
        return of.rate().compareTo(piece.rate()) == 0
                && of.line().explanation().ofDays() == piece.cell().ofDays()
                && tax.percent().compareTo(wanted.percent()) == 0
                && (tax.percent().signum() == 0 || tax.mode() == wanted.mode());
    }
}
