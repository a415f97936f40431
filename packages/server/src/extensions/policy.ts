import type { UnitRole } from '@insamling/contract';

/** Who delivers for the unit may ask for more time; who only reads may not, and neither may the side that answers. */
export const mayAsk = (role: UnitRole | null): boolean => role === 'respondent' || role === 'unitAdministrator';
