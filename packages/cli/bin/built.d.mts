export const built: string;
export const stamp: string;
export function sources(): string;
export function isFresh(): boolean;
