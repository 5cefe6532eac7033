-- The compiled bank and its search index: a cache, rebuilt from YAML at any time. Read by index.py, written by index_write.py.

create table meta (key text primary key, value text not null) strict, without rowid;

create table bank (
    number integer primary key,
    id     text not null unique,
    en     text not null,
    zh     text not null,
    items  text not null,
    errata text not null
) strict;

create table topic (
    place integer primary key,
    slug  text not null unique,
    en    text not null,
    zh    text not null
) strict;

create table file (
    bank     text not null,
    path     text not null,
    size     integer not null,
    mtime_ns integer not null,
    digest   text not null,
    primary key (bank, path)
) strict, without rowid;

-- `place` is the rank in teaching order, set after every change.
create table concept (
    number    integer primary key,
    slug      text not null unique,
    bank      text not null,
    path      text not null,
    topic     text not null,
    level     integer not null,
    place     integer not null default 0,
    en        text not null,
    zh        text not null,
    requires  text not null,
    covers    text not null,
    snippet   text,
    questions integer not null,
    body      text not null,
    unique (bank, path)
) strict;

create index concept_fact on concept (topic, level, place);

-- `within` is the place inside the concept's file.
create table question (
    number   integer primary key,
    id       text not null unique,
    concept  integer not null references concept,
    within   integer not null,
    kind     text not null,
    level    integer not null,
    covers   text not null,
    corrects text not null,
    en       text not null, -- the prompt, as variant 0 shows it
    zh       text not null,
    digest   text not null,
    body     text not null
) strict;
create index question_concept on question (concept);

create table snippet (
    number  integer primary key,
    name    text not null unique,
    concept integer not null references concept,
    within  integer not null,
    title   text not null,
    lines   integer not null,
    needs   text not null,
    body    text not null
) strict;
create index snippet_concept on snippet (concept);

-- Search. The tables of text hold no text, only where which word stands: words and Han bigrams, cut by tokens.py.
-- `facet` holds what filters ask for, as words that no text contains; its weight is 0.
create virtual table concept_text using fts5 (
    name, alias, summary, explanation, question, facet, content = '', tokenize = "ascii tokenchars '-'"
);
create virtual table question_text using fts5 (
    prompt, concept, answer, explanation, facet, content = '', tokenize = "ascii tokenchars '-'"
);
create virtual table snippet_text using fts5 (
    title, code, facet, content = '', tokenize = "ascii tokenchars '-'"
);

-- Every name of a concept: `key` is the name folded and without anything between its words.
-- `rank` 0 slug, 1 name, 2 alias, 3 what else it is asked by.
create table name (
    key     text not null,
    concept integer not null,
    rank    integer not null,
    lang    text not null,
    text    text not null,
    primary key (key, concept, rank, lang, text)
) strict, without rowid;
create index name_concept on name (concept);

-- Words in Latin letters: in how many concept files, and in how many names. Corrections lead to these only.
create table word (
    number integer primary key,
    word   text not null unique,
    files  integer not null,
    names  integer not null
) strict;

-- What is left of a word after one or two letters are taken out: two words that leave the same are near each other.
-- A row for each word that a query may be corrected to, under its number.
create virtual table deletion using fts5 (rest, content = '', detail = none, tokenize = 'ascii');

-- The best questions of each word that stands in very many, see search_texts.py; empty in all but large banks.
create table champion (
    word     text not null,
    score    real not null,
    question integer not null,
    primary key (word, score, question)
) strict, without rowid;
