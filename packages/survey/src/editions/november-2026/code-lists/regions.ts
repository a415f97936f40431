import type { CodeList } from '../../../definition/code-list.ts';

/**
 * The 21 regions, code = county code + 00 (found for 0400, derived for the others). Organisation numbers from general
 * knowledge; all pass modulus 10, none is checked against a register.
 */
export const regions: CodeList = {
  id: 'regions',
  name: 'Regioner',
  completeness: 'complete',
  codes: [
    { code: '0100', name: 'Region Stockholm', facts: { countyCode: '01', county: 'Stockholms län', organisationNumber: '2321000016' } },
    { code: '0300', name: 'Region Uppsala', facts: { countyCode: '03', county: 'Uppsala län', organisationNumber: '2321000024' } },
    { code: '0400', name: 'Region Sörmland', facts: { countyCode: '04', county: 'Södermanlands län', organisationNumber: '2321000032' } },
    {
      code: '0500',
      name: 'Region Östergötland',
      facts: { countyCode: '05', county: 'Östergötlands län', organisationNumber: '2321000040' },
    },
    {
      code: '0600',
      name: 'Region Jönköpings län',
      facts: { countyCode: '06', county: 'Jönköpings län', organisationNumber: '2321000057' },
    },
    { code: '0700', name: 'Region Kronoberg', facts: { countyCode: '07', county: 'Kronobergs län', organisationNumber: '2321000065' } },
    { code: '0800', name: 'Region Kalmar län', facts: { countyCode: '08', county: 'Kalmar län', organisationNumber: '2321000073' } },
    { code: '0900', name: 'Region Gotland', facts: { countyCode: '09', county: 'Gotlands län', organisationNumber: '2120000803' } },
    { code: '1000', name: 'Region Blekinge', facts: { countyCode: '10', county: 'Blekinge län', organisationNumber: '2321000081' } },
    { code: '1200', name: 'Region Skåne', facts: { countyCode: '12', county: 'Skåne län', organisationNumber: '2321000255' } },
    { code: '1300', name: 'Region Halland', facts: { countyCode: '13', county: 'Hallands län', organisationNumber: '2321000115' } },
    {
      code: '1400',
      name: 'Västra Götalandsregionen',
      facts: { countyCode: '14', county: 'Västra Götalands län', organisationNumber: '2321000131' },
    },
    { code: '1700', name: 'Region Värmland', facts: { countyCode: '17', county: 'Värmlands län', organisationNumber: '2321000156' } },
    { code: '1800', name: 'Region Örebro län', facts: { countyCode: '18', county: 'Örebro län', organisationNumber: '2321000164' } },
    { code: '1900', name: 'Region Västmanland', facts: { countyCode: '19', county: 'Västmanlands län', organisationNumber: '2321000172' } },
    { code: '2000', name: 'Region Dalarna', facts: { countyCode: '20', county: 'Dalarnas län', organisationNumber: '2321000180' } },
    { code: '2100', name: 'Region Gävleborg', facts: { countyCode: '21', county: 'Gävleborgs län', organisationNumber: '2321000198' } },
    {
      code: '2200',
      name: 'Region Västernorrland',
      facts: { countyCode: '22', county: 'Västernorrlands län', organisationNumber: '2321000206' },
    },
    {
      code: '2300',
      name: 'Region Jämtland Härjedalen',
      facts: { countyCode: '23', county: 'Jämtlands län', organisationNumber: '2321000214' },
    },
    {
      code: '2400',
      name: 'Region Västerbotten',
      facts: { countyCode: '24', county: 'Västerbottens län', organisationNumber: '2321000222' },
    },
    { code: '2500', name: 'Region Norrbotten', facts: { countyCode: '25', county: 'Norrbottens län', organisationNumber: '2321000230' } },
  ],
};
