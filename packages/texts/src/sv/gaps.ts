/** What a text's gaps are filled with, by name. */
export type Gaps = Readonly<Record<string, string | number>>;

/**
 * Fills `{name}` in a text that is data (a period's texts, a refusal). A gap without a value stays, so that it is seen in the preview.
 * `{name|one|several}` is the word that goes with the number of that name.
 */
export const fillGaps = (text: string, gaps: Gaps): string =>
  text.replace(/\{([^{}]+)\}/g, (gap, written: string) => {
    const [name = '', one, several] = written.split('|');
    if (!Object.hasOwn(gaps, name)) return gap;
    const value = String(gaps[name]);
    return (value === '1' ? one : several) ?? value;
  });
