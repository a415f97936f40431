/** What a text's gaps are filled with, by name. */
export type Gaps = Readonly<Record<string, string | number>>;

/** Fills `{name}` in a text that is data (a period's texts, a refusal). A gap without a value stays, so that it is seen in the preview. */
export const fillGaps = (text: string, gaps: Gaps): string =>
  text.replace(/\{([^{}]+)\}/g, (gap, name: string) => (Object.hasOwn(gaps, name) ? String(gaps[name]) : gap));
