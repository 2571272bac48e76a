-- Add-ons are services sold beside another one; a discount ends on a day and says why it was given and taken away.

alter table tariffs
    add column is_addon boolean not null default false,
    add constraint tariffs_addon_check check (not (is_addon and kind = 'package'));
alter table subscriptions add column addon_of uuid references subscriptions check (addon_of <> id);
create index subscriptions_addon_of on subscriptions (addon_of) where addon_of is not null;

alter table subscription_discounts
    add column valid_to     date,                          -- no period that begins on this day or later has it
    add column reason       text check (length(reason) <= 500),
    add column ended_reason text check (length(ended_reason) <= 500),
    add constraint subscription_discounts_end_check check (valid_to >= valid_from),
    add constraint subscription_discounts_ended_check check (ended_reason is null or valid_to is not null);
