-- A sign-in with a device that had not been seen before is told by letter (out of mails) and by push; nobody switches that off.
insert into notice_channels (topic, channel, wanted, mandatory, by_mails) values ('security', 'push', true, true, false);

-- Who was connected by an application is welcomed, and not told of the same service once more.
create index applications_subscription on applications (subscription_id) where subscription_id is not null;
