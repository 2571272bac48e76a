package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.SimulationAnswer;
import uplink.billing.rating.boundary.SimulationRequest;
import uplink.billing.rating.boundary.Timeline;

/** Runs a timeline through several bill runs, as the real ones would see it, and writes nothing. */
public final class Simulator {

    private final Timeline timeline;
    private final Explainer explainer;
    private final List<RatedLine> billed = new ArrayList<>();
    private final List<RatedLine> waiting = new ArrayList<>();
    private final List<SimulationAnswer.Invoice> invoices = new ArrayList<>();
    private final List<SimulationAnswer.Refusal> refusals = new ArrayList<>();
    private final Locale locale;
    private LocalDate known = LocalDate.MIN;

    private Simulator(Timeline timeline, Locale locale) {
        this.timeline = timeline;
        this.locale = locale;
        this.explainer = new Explainer(locale);
    }

    /**
     * Simulates.
     *
     * @param locale of the explanations
     * @param usual the currency of a request that names none
     * @throws InvalidTimeline when the request makes no sense
     */
    public static SimulationAnswer simulate(SimulationRequest request, Locale locale, Currency usual) {
        SimulatedStory story = SimulatedStory.of(request, usual);
        Simulator simulator = new Simulator(story.timeline(), locale);
        story.targets().forEach(simulator::run);
        return new SimulationAnswer(
                story.timeline().currency().getCurrencyCode(), simulator.invoices, simulator.refusals);
    }

    private void run(LocalDate target) {
        known = Piece.later(known, target);
        Timeline now = timeline.knownBy(known);
        if (now.events().isEmpty()) {
            return;
        }
        RatedInvoice rated = Rating.rate(now, billed, target, null);
        Quarantine verdict = rated.quarantine();
        if (verdict != null) {
            refusals.add(new SimulationAnswer.Refusal(
                    target, verdict.reason().code(), verdict.text().in(locale)));
            return;
        }
        billed.addAll(rated.lines());
        waiting.addAll(rated.lines());
        Predicate<RatedLine> goes = line -> rated.closed() || goes(line.explanation(), target);
        List<RatedLine> lines = waiting.stream().filter(goes).toList();
        waiting.removeIf(goes);
        if (!lines.isEmpty()) {
            invoices.add(invoice(target, lines));
        }
    }

    private static boolean goes(Explanation line, LocalDate target) {
        LocalDate from = line.invoiceFrom();
        return from == null || !from.isAfter(target);
    }

    private SimulationAnswer.Invoice invoice(LocalDate target, List<RatedLine> lines) {
        BigDecimal zero = BigDecimal.ZERO.setScale(Proration.scale(timeline.currency()));
        BigDecimal total = lines.stream().map(RatedLine::gross).reduce(zero, BigDecimal::add);
        BigDecimal tax = lines.stream().map(line -> line.tax().amount()).reduce(zero, BigDecimal::add);
        return new SimulationAnswer.Invoice(
                target,
                total.toPlainString(),
                tax.toPlainString(),
                total.negate().max(zero).toPlainString(),
                lines.stream().map(this::line).toList());
    }

    private SimulationAnswer.Line line(RatedLine rated) {
        Explanation line = rated.explanation();
        return new SimulationAnswer.Line(
                line.kind(),
                line.from(),
                line.to(),
                line.days(),
                line.ofDays(),
                price(line.price()),
                line.amount().toPlainString(),
                line.tax().amount().toPlainString(),
                explainer.explain(line));
    }

    /** At least the currency's decimals; more only where a discount left more. */
    private String price(BigDecimal price) {
        BigDecimal bare = price.stripTrailingZeros();
        int scale = Math.max(bare.scale(), Proration.scale(timeline.currency()));
        return bare.setScale(scale).toPlainString();
    }

    static @Nullable Currency currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0)
                .findFirst()
                .orElse(null);
    }
}
