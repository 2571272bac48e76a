package uplink.analytics.boundary;

import java.time.LocalDate;
import java.util.List;

/**
 * The dashboard: what happened today, and what needs attention.
 *
 * @param figures every figure, zero or not
 * @param attention only what there is something of
 */
public record Today(LocalDate day, List<DayFigure> figures, List<Attention> attention) {

    public Today {
        figures = List.copyOf(figures);
        attention = List.copyOf(attention);
    }
}
