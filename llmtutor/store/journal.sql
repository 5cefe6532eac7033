-- The journal. Each section below is one migration: it runs once, in one transaction with its record in `migration`.
-- `event` is precious and only grows. `unfinished` and `memory` can be lost without losing an answer.

-- migration 1: events, this device, the unfinished quiz, the folded memory

create table migration (
    number integer primary key,
    name text not null
) strict;

-- Which copy of the journal this is. A backup gets a new name, so that two machines never share one.
create table device (
    only integer primary key check (only = 1),
    id text not null
) strict;

create view fresh_device (id) as
select lower(
    hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
    || substr('89ab', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))
);

insert into device (only, id) select 1, id from fresh_device;

-- One row an event, in the order of arrival; `body` is its JSON as `journal_event` documents it. The other columns repeat
-- members of it, to be found by; `target` is the event that a grade or a retraction speaks of.
create table event (
    sequence integer primary key,
    id text not null unique,
    type text not null,
    at text not null,
    session text not null,
    question text,
    target text,
    body text not null
) strict;

create index event_by_type_and_time on event (type, at);
create index event_by_session on event (session);
create index event_by_question on event (question) where question is not null;
create index event_by_target on event (target) where target is not null;

create trigger event_is_never_changed before update on event
begin
    select raise(abort, 'the journal is append-only: no event is changed');
end;

create trigger event_is_never_deleted before delete on event
begin
    select raise(abort, 'the journal is append-only: no event is deleted');
end;

-- Without this one, `insert or replace` would change an event behind the back of the other two.
create trigger event_is_never_replaced before insert on event
when exists (select 1 from event where id = new.id or sequence = new.sequence)
begin
    select raise(abort, 'the journal is append-only: this event is there already');
end;

create table unfinished (
    only integer primary key check (only = 1),
    session text not null,
    body text not null
) strict;

create table memory (
    question text primary key,
    body text not null
) strict, without rowid;

-- Which rules the rows of `memory` were folded by, the last event they have seen, and the time after which answers were
-- set aside.
create table folded (
    only integer primary key check (only = 1),
    rules text not null,
    sequence integer not null,
    until text not null
) strict;

-- migration 2: of what is under way, one row a kind: a quiz, a placement, an interview

drop table unfinished;

create table unfinished (
    kind text primary key,
    session text not null,
    body text not null
) strict, without rowid;
