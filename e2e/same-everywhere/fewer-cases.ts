import fc from '../../node_modules/fast-check/lib/fast-check.js';

/** Properties with more cases than so many have cheap ones. */
const cheap = 500;

/**
 * fast-check for the browser's worker: the same properties of the same files, the dear ones, among them all that read a file in every
 * case, with a third of the cases, which are others than Node's. A property that held in Node and not there would have to be about the engine they share.
 */
const assert = ((property, parameters = {}) => {
  const { numRuns = 100 } = parameters;
  return fc.assert(property, { ...parameters, numRuns: numRuns > cheap ? numRuns : Math.ceil(numRuns / 3) });
}) as typeof fc.assert;

export default { ...fc, assert };
