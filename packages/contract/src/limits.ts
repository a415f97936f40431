/** Refusals of who asks too much, too slowly or when too many ask at once: code → HTTP status. Most carry Retry-After. */
export const limitProblems = {
  'request.too-slow': 408,
  'request.too-many': 429,
  'service.busy': 503,
  'delivery.too-many-uploads-at-once': 429,
  'delivery.too-many-uploads': 429,
  'delivery.storage-full': 413,
  'delivery.file-kind-unknown': 415,
  'delivery.file-kind-differs': 415,
} as const;
