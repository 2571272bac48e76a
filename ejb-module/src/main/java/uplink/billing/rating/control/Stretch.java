package uplink.billing.rating.control;

import java.time.LocalDate;

/** Days of a billed line that are still charged. */
record Stretch(Outstanding of, LocalDate from, LocalDate to) {

    boolean chargesAs(Piece piece) {
        var line = of.line();
        var percent = line.tax().percent();
        return line.rate().compareTo(piece.rate()) == 0
                && line.ofDays() == piece.cell().ofDays()
                && percent.compareTo(piece.taxPercent()) == 0
                && (percent.signum() == 0 || line.tax().mode() == piece.tax().mode());
    }
}
