package uplink.document.boundary;

import uplink.shared.Coded;

/** What a paper is. */
public enum DocumentKind implements Coded {
    INVOICE(TemplateKind.INVOICE),
    CREDIT_NOTE(TemplateKind.INVOICE),
    /** That a payment was received. */
    RECEIPT(TemplateKind.RECEIPT),
    /** What was rendered in a month. */
    ACT(TemplateKind.ACT),
    /** Where the account stood, what moved, and who owes whom. */
    STATEMENT(TemplateKind.STATEMENT),
    CONTRACT(TemplateKind.CONTRACT);

    private final TemplateKind template;

    DocumentKind(TemplateKind template) {
        this.template = template;
    }

    /** What it is made of. */
    public TemplateKind template() {
        return template;
    }
}
