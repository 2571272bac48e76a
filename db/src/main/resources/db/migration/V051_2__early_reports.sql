-- What a gateway reported of a message before its answer was written down: used then, or forgotten after a day.
create table early_reports (
    channel   text not null check (channel in ('email', 'sms', 'push')),
    reference text not null check (length(reference) between 1 and 200),
    delivered boolean not null,
    why       text check (length(why) <= 500),
    at        timestamptz not null,
    primary key (channel, reference)
);
create index early_reports_at on early_reports (at);
insert into unaudited_tables (table_name, reason) values ('early_reports', 'what peers have said');
