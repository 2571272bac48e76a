-- What happened longer ago than a week is in the list only (ADR 83). The log of deliveries says why nothing was sent.
alter table messages drop constraint messages_status_check,
    add constraint messages_status_check
        check (status in ('waiting', 'sent', 'delivered', 'dead', 'nobody', 'unwanted', 'no-consent', 'too-old'));
alter table mails drop constraint mails_outcome_check,
    add constraint mails_outcome_check check (outcome in ('sent', 'nobody', 'failed', 'too-old'));
