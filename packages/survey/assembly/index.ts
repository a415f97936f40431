export { release, reserve } from './memory';
export { hasDoubled, nextRow, showWindow, splitRows } from './rows';
export { forgetBounds, least, most, packBytes, packPairs, readDigits } from './numbers';
export { expectTexts, forgetTrimmed, freeTexts, kindsOfBytes, longestOf, newTexts, readTexts, sizeOf, tellTexts, trimmed } from './texts';
export { forgetBytes, hasNul, hasUndefined, isUtf8, lookAtBytes } from './encoding';
