const repeats = new WeakSet<object>();

/** Marks an answer that only tells again what an earlier request did: it is no event of its own. */
export function repeated<Answer extends object>(answer: Answer): Answer {
  repeats.add(answer);
  return answer;
}

export const isRepeat = (answer: object): boolean => repeats.has(answer);
