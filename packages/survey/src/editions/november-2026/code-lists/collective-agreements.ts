import type { CodeList } from '../../../definition/code-list.ts';

/**
 * Ten agreements. Only code A (traineejobb, 2016) is found; the other codes are placeholders.
 */
export const collectiveAgreements: CodeList = {
  id: 'collective-agreements',
  name: 'Lönekollektivavtal',
  completeness: 'preliminary',
  codes: [
    { code: 'A', name: 'Bestämmelser för traineejobb' },
    { code: '1', name: 'HÖK/AB (huvudöverenskommelse med Allmänna bestämmelser)', placeholder: true },
    { code: '2', name: 'PAN (personliga assistenter och anhörigvårdare)', placeholder: true },
    { code: '3', name: 'BEA (beredskapsavtal/arbetsmarknadspolitiska insatser)', placeholder: true },
    { code: '4', name: 'BUI (utbildnings- och introduktionsanställning)', placeholder: true },
    { code: '5', name: 'BAL (arbetslivsintroduktion)', placeholder: true },
    { code: '6', name: 'Bestämmelser för studentmedarbetare', placeholder: true },
    { code: '7', name: 'RiB (räddningstjänstpersonal i beredskap)', placeholder: true },
    { code: '8', name: 'BÖK/Sobonas branschavtal', placeholder: true },
    { code: '9', name: 'Annat avtal eller inget kollektivavtal (t.ex. förtroendevalda, arvodister)', placeholder: true },
  ],
};
