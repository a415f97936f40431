/** Words of «Gallring»: what is erased when it has been kept for its time. */
export const retentionTexts = {
  kinds: {
    'account-without-role': 'Konton utan roll',
    'unused-invitation': 'Inbjudningar som inte har använts',
    letter: 'Mejl som inte har kunnat skickas',
    delivery: 'Inlämningar',
    thread: 'Meddelandetrådar',
    'extension-request': 'Ansökningar om uppskov',
    'audit-event': 'Händelser i händelseloggen',
  },
  title: 'Gallring',
  about:
    'Det här skulle tas bort om gallringen gjordes nu. Den görs av sig själv varje timme. Hur länge uppgifter sparas ställs in av driften.',
  table: 'Vad som skulle gallras',
  kind: 'Slag',
  before: 'Äldre än',
  count: 'Antal',
  never: 'Gallras inte',
} as const;
