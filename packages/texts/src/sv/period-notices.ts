/** What Start says about a period, as data of the period; `{start}`, `{slut}` and `{org.kort}` are gaps that the page fills. */
interface Notice {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** The same while the period is the next one. */
  readonly nextHeading: string;
  readonly nextParagraphs: readonly string[];
}

const duringTest =
  'Under testperioden finns möjligheten att testa att ladda upp, granska, samt att lämna in testdata till {org.kort}. Syftet med testperioden är att låta uppgiftslämnare testa flödet och kontrollera sin data för att sedan göra inlämningen lättare.';
const duringSubmission = 'Under inlämningsperioden finns möjligheten att ladda upp, granska, samt att lämna in data till {org.kort}.';

/**
 * Texts that a new period begins with. The running test period and the coming submission period are word for word the
 * reference's; the other two say the same in the other tense.
 */
export const periodNotices = {
  test: {
    heading: 'Testperiod - från den {start} till och med den {slut}',
    paragraphs: [
      'Testperioden har nu börjat!',
      duringTest,
      'Viktigt!',
      'Data som laddas upp under denna period kommer att raderas när testperioden är slut och kommer inte att finnas kvar när inlämningsperioden börjar.',
    ],
    nextHeading: 'Nästa testperiod börjar den {start} och pågår till och med den {slut}',
    nextParagraphs: [duringTest],
  },
  submission: {
    heading: 'Inlämningsperiod - från den {start} till och med den {slut}',
    paragraphs: ['Inlämningsperioden har nu börjat!', duringSubmission],
    nextHeading: 'Nästa inlämningsperiod börjar den {start} och pågår till och med den {slut}',
    nextParagraphs: [duringSubmission],
  },
} as const satisfies Record<'test' | 'submission', Notice>;
