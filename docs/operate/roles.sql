-- Roles for a PostgreSQL of your own, by its administrator, once: psql -d postgres -f roles.sql
-- Choose passwords of your own, and give each to its owner alone (psql: \password NAME).
create role yanmen_loader nologin;
create role yanmen_reader nologin;

-- Owns the schema: ./yanmen migrate and ./yanmen replay, and nothing else, connect as this user.
create role yanmen_owner login password 'change-me-owner';
-- The services, ./yanmen load, status, route, held, alias: may neither create, alter nor drop.
create role yanmen_service login password 'change-me-service' in role yanmen_loader;
-- One for each analyst, and for BI tools: see figures, where they came from and their earlier values.
create role yanmen_analyst login password 'change-me-analyst' in role yanmen_reader;

create database yanmen owner yanmen_owner encoding 'UTF8' template template0;
revoke all on database yanmen from public;
-- Loads work in temporary tables.
grant connect, temporary on database yanmen to yanmen_loader;
grant connect on database yanmen to yanmen_reader;
\connect yanmen
-- Before PostgreSQL 15 everybody may create there.
revoke create on schema public from public;
