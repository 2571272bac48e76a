-- What went out for a customer without a second person counts when more is to go out: a large sum in small parts is a large sum.
insert into settings (key, value) values ('approval.within-hours', '24');
alter table approvals add column beside numeric(14, 2) not null default 0 check (beside >= 0);
