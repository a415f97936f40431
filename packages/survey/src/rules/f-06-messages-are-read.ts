import type { Rule } from '../definition/rule.ts';

/** At least one message from SKR that is bound to records of the delivery is unread by every user of the unit. */
export const f06MessagesAreRead: Rule = {
  id: 'F-06',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'dataset',
  fields: [],
  needs: ['messages'],
  logic: { kind: 'process', asks: 'messages' },
  source: 'derived: S4',
  texts: {
    title: 'Oläst meddelande',
    message: 'Det finns ett oläst meddelande från SKR om {antal} {antal|post|poster}. Läs det under Meddelanden.',
    why: 'Statistikerna har frågat om poster i er inlämning.',
    howToFix: 'Läs meddelandet under Meddelanden.',
  },
};
