/**
 * Rows that are about a person and nobody else: they go when the account ends, wherever they stand. A test holds the list against
 * every column of the database that names an account.
 */
export const goesWithAccount = [
  { table: 'session', column: 'account_id' },
  { table: 'journey', column: 'account_id' },
  { table: 'device', column: 'account_id' },
  { table: 'passkey', column: 'account_id' },
  { table: 'recovery_code', column: 'account_id' },
  { table: 'provider_link', column: 'account_id' },
  { table: 'provider_visit', column: 'account_id' },
  { table: 'upload_slot', column: 'account_id' },
  { table: 'sign_in_warning', column: 'account_id' },
  { table: 'address_change', column: 'account_id' },
  { table: 'unit_access', column: 'account_id' },
  { table: 'thread_read', column: 'account_id' },
] as const;

/** Columns that name an account on what it has done: they stay, and lead to a pseudonym. */
export const staysWithPseudonym = [
  { table: 'account', column: 'invited_by' },
  { table: 'unit_access', column: 'granted_by' },
  { table: 'notice_acknowledgement', column: 'account_id' },
  { table: 'second_factor_reset', column: 'account_id' },
  { table: 'second_factor_reset', column: 'asked_by' },
  { table: 'second_factor_reset', column: 'decided_by' },
  { table: 'administrator_request', column: 'account_id' },
  { table: 'administrator_request', column: 'asked_by' },
  { table: 'administrator_request', column: 'decided_by' },
  { table: 'extension_request', column: 'asked_by' },
  { table: 'extension_request', column: 'decided_by' },
  { table: 'delivery_file', column: 'uploaded_by' },
  { table: 'correction', column: 'by' },
  { table: 'explanation', column: 'by' },
  { table: 'delivery_step', column: 'by' },
  { table: 'receipt', column: 'submitted_by' },
  { table: 'message_thread', column: 'started_by' },
  { table: 'message', column: 'author' },
] as const;
