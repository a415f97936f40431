/** See find-chromium.mjs. */
export function findChromium(): string;
export function fetchHeadless(): void;
export function installedChromium(env: Readonly<Record<string, string | undefined>>): string | undefined;
