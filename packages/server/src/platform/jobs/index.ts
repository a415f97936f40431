export { openJobs } from './jobs.ts';
export type { JobData, JobHandlers, Jobs } from './jobs.ts';
