/** What a browser needs beside the code lists of the year: measured, never run. */
export { openDelivery } from '../../packages/survey/src/index.ts';
export { rules } from '../../packages/survey/src/editions/november-2026/rules.ts';
