-- Applications that were refused for want of a network are taken up again when there is one, and their applicants told, once.

alter table applications
    add column coverage_came_at timestamptz,             -- when it was taken up again because there is a network now; null: it was not
    add column coverage_told    boolean not null default false, -- the applicant has been told so: not again, if coverage goes and comes
    add constraint the_refused_have_no_network check (status <> 'refused' or coverage_came_at is null);

-- Steps that nobody took, because coverage has come.
alter table application_steps add column by_coverage boolean not null default false;
create or replace function write_application_step() returns trigger language plpgsql
    as $$
begin
    insert into application_steps (application_id, no, status, at, by_id, note, by_coverage)
    values (new.id, 1 + (select count(*) from application_steps where application_id = new.id), new.status, new.status_at,
        new.status_by, new.status_note, new.status_by is null and coalesce(new.coverage_came_at = new.status_at, false));
    return null;
end $$;
