export { answer, whereAny } from './answers';
export { release, reserve, reserveZeros } from './memory';
export { readPersons } from './persons';
export { hasDoubled, nextRow, placeOrdinary, showWindow, splitRows } from './rows';
export { forgetBounds, least, most, packBytes, packPairs, readDigits } from './numbers';
export {
  expectTexts,
  forgetTrimmed,
  freeTexts,
  kindsOfBytes,
  longestOf,
  newTexts,
  readTexts,
  sizeOf,
  tellTexts,
  tellValues,
  trimmed,
} from './texts';
export { forgetBytes, hasNul, hasUndefined, isUtf8, lookAtBytes } from './encoding';
