package uplink.web;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uplink.address.boundary.FeasibilityAnswer;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Technology;
import uplink.billing.fiscal.boundary.FiscalKind;
import uplink.billing.fiscal.boundary.FiscalStatus;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.ledger.boundary.PeriodAction;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.reconciliation.boundary.DiscrepancyKind;
import uplink.billing.reconciliation.boundary.DiscrepancyStatus;
import uplink.billing.refund.boundary.ApprovalKind;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.billing.refund.boundary.PayoutStatus;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.billing.run.boundary.AnomalyKind;
import uplink.billing.run.boundary.RunMode;
import uplink.billing.run.boundary.RunStatus;
import uplink.billing.statement.boundary.Clue;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.billing.statement.boundary.StatementFormat;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.RelocationStatus;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.boundary.TerminationStatus;
import uplink.bulk.boundary.BulkKind;
import uplink.bulk.boundary.BulkPhase;
import uplink.bulk.boundary.BulkState;
import uplink.bulk.boundary.BulkStatus;
import uplink.bulk.boundary.BulkUndo;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.ChangeDirection;
import uplink.catalog.boundary.FeeWhen;
import uplink.catalog.boundary.PartRule;
import uplink.catalog.boundary.Period;
import uplink.catalog.boundary.Spread;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TaxMode;
import uplink.catalog.boundary.Timing;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.WorkOrderStatus;
import uplink.customer.boundary.ConsentKind;
import uplink.customer.boundary.ConsentSource;
import uplink.customer.boundary.ContractStatus;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.DuplicateReason;
import uplink.customer.boundary.DuplicateStrength;
import uplink.customer.boundary.ErasureObstacle;
import uplink.customer.boundary.ErasureStatus;
import uplink.customer.boundary.HistoryKind;
import uplink.customer.boundary.IdentityKind;
import uplink.customer.boundary.ImportKind;
import uplink.customer.boundary.ImportMode;
import uplink.customer.boundary.ImportStatus;
import uplink.customer.boundary.MergeField;
import uplink.customer.boundary.MergeObstacle;
import uplink.document.boundary.TemplateKind;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.network.boundary.OutageStatus;
import uplink.notification.boundary.MessageStatus;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.retention.boundary.RetentionStatus;
import uplink.retention.boundary.RetentionUnit;
import uplink.shared.Coded;
import uplink.shared.Permission;
import uplink.web.shell.Words;

class CodesTest {

    static Stream<Arguments> codes() {
        return Stream.of(
                        words("status.invoice.", InvoiceStatus.values()),
                        words("ledger.type.", TransferType.values()),
                        Stream.of(
                                        "revenue",
                                        "tax",
                                        "clearing:cash",
                                        "clearing:yookassa",
                                        "clearing:stripe",
                                        "clearing:terminals",
                                        "clearing:bank",
                                        "unmatched",
                                        "adjustments",
                                        "opening")
                                .map(account -> Arguments.of("ledger.account." + account)),
                        words("payment.method.", PaymentMethod.values()),
                        words("status.payment.", PaymentStatus.values()),
                        words("reconciliation.kind.", DiscrepancyKind.values()),
                        words("status.discrepancy.", DiscrepancyStatus.values()),
                        words("status.bank-entry.", EntryStatus.values()),
                        words("bank.clue.", Clue.values()),
                        words("fiscal.kind.", FiscalKind.values()),
                        words("status.fiscal.", FiscalStatus.values()),
                        words("bank.format.", StatementFormat.values()),
                        words("status.refund.", RefundStatus.values()),
                        words("refund.kind.", RefundKind.values()),
                        words("status.approval.", ApprovalStatus.values()),
                        words("approval.kind.", ApprovalKind.values()),
                        words("payout.method.", PayoutMethod.values()),
                        words("status.payout.", PayoutStatus.values()),
                        words("period.action.", PeriodAction.values()),
                        words("status.anomaly.", AnomalyKind.values()),
                        words("status.mode.", RunMode.values()),
                        words("status.run.", RunStatus.values()),
                        words("subscription.event.", EventKind.values()),
                        words("status.subscription.", SubscriptionStatus.values()),
                        words("status.relocation.", RelocationStatus.values()),
                        words("status.outage.", OutageStatus.values()),
                        words("place.kind.", PlaceKind.values()),
                        words("technology.", Technology.values()),
                        words("status.feasibility.", FeasibilityAnswer.values()),
                        words("template.kind.", TemplateKind.values()),
                        words("import.kind.", ImportKind.values()),
                        words("status.termination.", TerminationStatus.values()),
                        words("status.application.", ApplicationStatus.values()),
                        words("status.work-order.", WorkOrderStatus.values()),
                        words("application.source.", ApplicationSource.values()),
                        words("status.erasure.", ErasureStatus.values()),
                        words("duplicate.reason.", DuplicateReason.values()),
                        words("merge.field.", MergeField.values()),
                        words("merge.obstacle.", MergeObstacle.Kind.values()),
                        words("status.duplicate.", DuplicateStrength.values()),
                        words("erasure.obstacle.", ErasureObstacle.Kind.values()),
                        words("retention.held.", ErasureObstacle.Kind.values()),
                        words("retention.unit.", RetentionUnit.values()),
                        words("retention.keep-label.", RetentionUnit.values()),
                        words("status.retention-run.", RetentionStatus.values()),
                        words("bulk.kind.", BulkKind.values()),
                        words("bulk.phase.", BulkPhase.values()),
                        words("bulk.undo.", BulkUndo.values()),
                        words("bulk.when.", ChangeWhen.values()),
                        words("status.bulk.", BulkStatus.values()),
                        words("status.bulk-item.", BulkState.values()),
                        words("status.campaign.", CampaignStatus.values()),
                        words("status.device.", DeviceState.values()),
                        words("device.kind.", DeviceKind.values()),
                        words("device.terms.", DeviceTerms.values()),
                        words("rule.direction.", ChangeDirection.values()),
                        words("rule.fee-when.", FeeWhen.values()),
                        words("tariff.audience.", Audience.values()),
                        words("tariff.part.", PartRule.values()),
                        words("tariff.period.", Period.values()),
                        words("tariff.spread.", Spread.values()),
                        words("tariff.kind.", TariffKind.values()),
                        words("tariff.timing.", Timing.values()),
                        words("tax.mode.", TaxMode.values()),
                        words("status.contract.", ContractStatus.values()),
                        words("customer.kind.", CustomerKind.values()),
                        words("identity.kind.", IdentityKind.values()),
                        words("consent.kind.", ConsentKind.values()),
                        words("consent.source.", ConsentSource.values()),
                        words("history.kind.", HistoryKind.values()),
                        words("history.notice.", NoticeKind.values()),
                        words("notice.kind.", NoticeKind.values()),
                        words("message.channel.", NoticeChannel.values()),
                        words("status.message.", MessageStatus.values()),
                        words("status.customer.", CustomerStatus.values()),
                        words("import.mode.", ImportMode.values()),
                        words("status.import.", ImportStatus.values()),
                        permissions())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> words(String prefix, Coded... constants) {
        return Arrays.stream(constants).map(c -> Arguments.of(prefix + c.code()));
    }

    /** What a role gives with each of them. */
    private static Stream<Arguments> permissions() {
        return Arrays.stream(Permission.values())
                .filter(permission -> Permission.of(permission.code()).isPresent())
                .map(permission -> Arguments.of("permission." + permission.code()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAWord(String key) {
        assertNotEquals(key, Words.of(Locale.forLanguageTag("ru"), key));
        assertNotEquals(key, Words.of(Locale.ENGLISH, key));
    }
}
