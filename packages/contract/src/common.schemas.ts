import { visibleText } from '@insamling/survey/inert-text';
import { z } from 'zod';

/** yyyy-mm-dd; which day is a matter of Europe/Stockholm. */
export const calendarDate = z.iso.date();
/** ISO instant in UTC. */
export const instant = z.iso.datetime();
export const id = z.uuid();
/** A reporting unit in an address: its first unit code, for example 0488. */
export const unitCode = z.string().regex(/^[0-9A-Za-z-]{1,20}$/);
export const email = z.string().trim().min(3).max(254);
/** What a person has written for others to read: nothing in it rings, turns the text around it or hides. */
export const writtenText = z.string().trim().overwrite(visibleText);
export const personName = writtenText.min(1).max(100);
export const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^[+0-9 ()-]*$/);
export const severity = z.enum(['fatal', 'error', 'warning', 'info']);
export const unitRole = z.enum(['respondent', 'unitAdministrator', 'reader']);
export const collectingRole = z.enum(['reader', 'reviewer', 'collectionManager', 'administrator']);
export const unitKind = z.enum(['municipality', 'region', 'federation', 'company']);

/** A sign-in provider of the configuration. */
export const providerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/);

export const unitParams = z.strictObject({ unit: unitCode });
export const done = z.strictObject({ done: z.literal(true) });

export const page = { offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(500).default(100) };
