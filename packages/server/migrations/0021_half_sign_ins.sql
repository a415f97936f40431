-- More of what an owner is told at the next sign-in: a right password after which nothing more came, from a browser that the account was
-- never signed in from; and wrong codes of the app after a right code from the mail.
alter table sign_in_warning
  add column unfinished integer not null default 0,
  add column mail_failures integer not null default 0;
