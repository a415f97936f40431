import type { OpenedDelivery } from '@insamling/survey';

/** Everything that is said of a file, as text: how it was read, every finding with its key, every count, every measure. */
export const spelled = (opened: OpenedDelivery): string =>
  JSON.stringify({
    file: opened.file,
    findings: opened.findings(),
    summary: opened.summary(),
    measures: opened.isFatal ? {} : opened.measures(),
  });
