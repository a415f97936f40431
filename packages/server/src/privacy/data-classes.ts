/**
 * What every column of the database holds, as far as a person is concerned. The register of processing (docs/privacy/register.md)
 * is written from this, and a test holds it against the migrated database: a column without a class fails.
 */
export type DataClass =
  /** Says nothing of a person: organisations, codes, periods, states, inner numbers. */
  | 'none'
  /** Points at a user without naming them. */
  | 'pseudonym'
  | 'name'
  /** An address or telephone number of a user. */
  | 'contact'
  /** Proves who a user is; sealed, hashed or keyed. */
  | 'credential'
  /** What a user did, when, and from where. */
  | 'behaviour'
  /** What a user may do. */
  | 'role'
  /** What a user wrote, or named a file. */
  | 'content'
  /** Of the employees in the delivered files: identity number, name, pay. Always sealed. */
  | 'pay-record';

/** How long rows are kept: the word for it is in `registerTexts`, the time in the settings. */
export type Keeping =
  | 'account'
  | 'audit'
  | 'for-ever'
  | 'hours'
  | 'letter'
  | 'delivery'
  | 'message'
  | 'organisation'
  /** With the row of the account, without anything that names it. */
  | 'pseudonym';

export interface TableClasses {
  readonly kept: Keeping;
  /** Columns by class, with blanks between. */
  readonly columns: Partial<Readonly<Record<DataClass, string>>>;
}

export const dataClasses: Readonly<Record<string, TableClasses>> = {
  account: {
    kept: 'account',
    columns: {
      pseudonym: 'id pseudonym invited_by',
      name: 'name',
      contact: 'email_normalised phone',
      credential: 'password totp_secret totp_key_id totp_last_step',
      role: 'collecting_role status without_role_since administrator_until',
      behaviour:
        'password_changed_at totp_failures_in_row totp_failures_total totp_locked_until notice_version notice_at invited_at invitation_expires_at last_signed_in_at created_at ended_at recovery_offer_declined_at',
    },
  },
  address_change: {
    kept: 'hours',
    columns: { pseudonym: 'account_id', contact: 'address', credential: 'code_mac code_key_id', behaviour: 'code_expires_at tries' },
  },
  administrator_request: {
    kept: 'pseudonym',
    columns: { none: 'id outcome', pseudonym: 'account_id asked_by decided_by', behaviour: 'asked_at expires_at decided_at' },
  },
  audit_checkpoint: { kept: 'for-ever', columns: { none: 'organisation_id number mac at' } },
  audit_checkpoint_seal: { kept: 'for-ever', columns: { none: 'organisation_id number key_id mac' } },
  audit_event: {
    kept: 'audit',
    columns: {
      none: 'organisation_id number unit_id kind outcome details key_id previous mac',
      pseudonym: 'actor object',
      behaviour: 'at origin',
    },
  },
  audit_head: { kept: 'for-ever', columns: { none: 'organisation_id number mac' } },
  audit_event_renewed: { kept: 'audit', columns: { none: 'organisation_id number key_id mac' } },
  audit_heads_written: { kept: 'for-ever', columns: { none: 'day at' } },
  audit_reading: { kept: 'hours', columns: { none: 'organisation_id kind', pseudonym: 'actor object', behaviour: 'hour' } },
  code_mail: { kept: 'hours', columns: { none: 'id', pseudonym: 'address_mac', behaviour: 'sent_at' } },
  collection_round: { kept: 'organisation', columns: { none: 'id name edition reference_year created_at' } },
  correction: {
    kept: 'delivery',
    columns: {
      none: 'organisation_id file_id number record variable request_id undoes together_from',
      'pay-record': 'sealed_before sealed_after',
      pseudonym: 'by',
      behaviour: 'at',
    },
  },
  delivery: {
    kept: 'delivery',
    columns: { none: 'organisation_id id unit_id period_id state version current_file_id data_key data_key_id created_at changed_at' },
  },
  delivery_file: {
    kept: 'delivery',
    columns: {
      none: 'organisation_id id delivery_id number request_id bytes sha256 check check_tries checked_at encoding records is_fatal',
      'pay-record': 'storage_key',
      content: 'name',
      pseudonym: 'uploaded_by',
      behaviour: 'uploaded_at',
    },
  },
  delivery_step: {
    kept: 'delivery',
    columns: { none: 'organisation_id delivery_id number state', pseudonym: 'by', behaviour: 'at', content: 'note' },
  },
  device: { kept: 'account', columns: { credential: 'token_hash', pseudonym: 'account_id', behaviour: 'first_seen_at last_seen_at' } },
  employer: { kept: 'organisation', columns: { none: 'organisation_id unit_id organisation_number name is_company' } },
  explanation: {
    kept: 'delivery',
    columns: { none: 'organisation_id delivery_id finding_mac rule reason', content: 'sealed_text', pseudonym: 'by', behaviour: 'at' },
  },
  extension_request: {
    kept: 'message',
    columns: {
      none: 'organisation_id id unit_id period_id wished_due_on decision granted_due_on',
      content: 'reason comment answer',
      pseudonym: 'asked_by decided_by',
      behaviour: 'asked_at decided_at',
    },
  },
  journey: {
    kept: 'hours',
    columns: {
      none: 'kind stage return_path proven_by provider',
      pseudonym: 'account_id',
      contact: 'address',
      credential: 'token_hash code_mac code_key_id pending_totp pending_totp_key_id pending_totp_step',
      behaviour: 'code_expires_at code_sent_at tries created_at expires_at',
    },
  },
  kysely_migration: { kept: 'for-ever', columns: { none: 'name timestamp' } },
  kysely_migration_lock: { kept: 'for-ever', columns: { none: 'id is_locked' } },
  live_event: { kept: 'hours', columns: { none: 'id at organisation_id unit_code topic', pseudonym: 'account_id' } },
  mail_outbox: {
    kept: 'letter',
    columns: { none: 'id kind key_id attempts last_error', contact: 'sealed', pseudonym: 'recipient_mac', behaviour: 'created_at' },
  },
  message: {
    kept: 'message',
    columns: { none: 'organisation_id thread_id id side', pseudonym: 'author', content: 'text', behaviour: 'at' },
  },
  message_thread: {
    kept: 'message',
    columns: {
      none: 'organisation_id id unit_id delivery_id rule last_side',
      content: 'subject',
      pseudonym: 'started_by',
      behaviour: 'started_at last_at',
    },
  },
  notice_acknowledgement: { kept: 'pseudonym', columns: { pseudonym: 'account_id', none: 'version', behaviour: 'at' } },
  organisation: { kept: 'organisation', columns: { none: 'id name created_at' } },
  organisation_policy: { kept: 'organisation', columns: { none: 'organisation_id oidc_provider requires_passkey' } },
  passkey: {
    kept: 'account',
    columns: {
      none: 'id',
      pseudonym: 'account_id',
      credential: 'credential_id public_key counter is_backup_eligible is_backed_up transports aaguid',
      content: 'name',
      behaviour: 'created_at last_used_at',
    },
  },
  passkey_challenge: { kept: 'hours', columns: { credential: 'challenge bound_to', none: 'purpose expires_at' } },
  period: {
    kept: 'organisation',
    columns: { none: 'id round_id kind opens_on due_on last_upload_on closes_on texts version erasing_at erased_at' },
  },
  provider_link: {
    kept: 'account',
    columns: {
      none: 'provider issuer',
      pseudonym: 'account_id',
      credential: 'subject_mac key_id subject_sealed',
      behaviour: 'linked_at last_used_at',
    },
  },
  provider_visit: {
    kept: 'hours',
    columns: {
      none: 'purpose provider key_id session_id elevated_for return_path',
      pseudonym: 'account_id',
      credential: 'token_hash state_hash sealed',
      behaviour: 'created_at expires_at',
    },
  },
  receipt: {
    kept: 'delivery',
    columns: {
      none: 'organisation_id number delivery_id file_id sha256 records corrections explanations counts is_valid proof',
      content: 'file_name',
      pseudonym: 'submitted_by',
      behaviour: 'submitted_at',
    },
  },
  recovery_code: { kept: 'account', columns: { pseudonym: 'account_id', credential: 'code_hash', behaviour: 'created_at used_at' } },
  reporting_unit: { kept: 'organisation', columns: { none: 'organisation_id id code name kind county payroll_system' } },
  request_count: { kept: 'hours', columns: { pseudonym: 'account_id', behaviour: 'minute requests' } },
  rule_count: { kept: 'delivery', columns: { none: 'organisation_id file_id rule severity findings explained' } },
  second_factor_reset: {
    kept: 'pseudonym',
    columns: {
      none: 'id needs_second outcome',
      pseudonym: 'account_id asked_by decided_by',
      content: 'reason',
      behaviour: 'asked_at expires_at decided_at',
    },
  },
  session: {
    kept: 'hours',
    columns: {
      none: 'id elevated_for proven_by provider',
      pseudonym: 'account_id',
      credential: 'token_hash previous_token_hash',
      behaviour: 'created_at last_seen_at elevated_until user_agent rotated_at',
    },
  },
  sign_in_try: { kept: 'hours', columns: { pseudonym: 'address_mac', behaviour: 'in_row last_at locked_until pauses' } },
  sign_in_warning: {
    kept: 'account',
    columns: { pseudonym: 'account_id', behaviour: 'failures unfinished mail_failures last_at attempts' },
  },
  thread_read: {
    kept: 'account',
    columns: { none: 'organisation_id thread_id', pseudonym: 'account_id', behaviour: 'read_at notified_at' },
  },
  unit_access: {
    kept: 'account',
    columns: { none: 'organisation_id unit_id', pseudonym: 'account_id granted_by', role: 'role is_contact', behaviour: 'since' },
  },
  unit_code: { kept: 'organisation', columns: { none: 'organisation_id unit_id code' } },
  upload_slot: { kept: 'hours', columns: { none: 'organisation_id id', pseudonym: 'account_id', behaviour: 'begun_at ended_at' } },
};

/** Of the job tables, which the queue's library makes, all columns are of this class: jobs carry ids and nothing else. */
export const jobTables: TableClasses & { readonly schema: string } = { schema: 'jobs', kept: 'hours', columns: { none: '' } };

/** What lies beside the database. */
export const filesOnDisk: readonly { readonly place: string; readonly kept: Keeping; readonly holds: DataClass }[] = [
  { place: 'DATA_DIR/files', kept: 'delivery', holds: 'pay-record' },
];
