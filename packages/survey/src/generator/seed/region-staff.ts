import type { Staff } from './municipality-staff.ts';

/**
 * Persons paid by the month in November 2017 per region: table 7 of the collecting organisation, sum 266 742.
 */
export const regionStaff: readonly Staff[] = [
  ['0100', 44005, 11.1, 25.2, 25, 13.4, 12.3, 13], // Region Stockholm
  ['0300', 11836, 12.9, 23.4, 24.5, 12.7, 12.3, 14.2], // Region Uppsala
  ['0400', 7890, 13, 22.6, 25.2, 12.6, 13.1, 13.7], // Region Sörmland
  ['0500', 13224, 14.8, 23.5, 24, 12.5, 11.7, 13.3], // Region Östergötland
  ['0600', 10357, 13.7, 22.3, 23.9, 13.1, 12.9, 14], // Region Jönköpings län
  ['0700', 6060, 15.7, 22.7, 21.9, 12.8, 12.3, 14.7], // Region Kronoberg
  ['0800', 7065, 11.6, 19.8, 23.8, 13.6, 14.1, 16.9], // Region Kalmar län
  ['0900', 1266, 9, 23.1, 23, 13.7, 13.8, 17.5], // Region Gotland
  ['1000', 4923, 12.3, 20.5, 23.4, 12.6, 14.7, 16.5], // Region Blekinge
  ['1200', 34794, 13.8, 23.1, 23.8, 12.8, 13, 13.4], // Region Skåne
  ['1300', 8009, 12, 21.5, 25.2, 13, 13.8, 14.6], // Region Halland
  ['1400', 48714, 13, 22.6, 23.3, 13.3, 13, 14.9], // Västra Götalandsregionen
  ['1700', 7514, 12.2, 21.2, 22.3, 13.5, 14.1, 16.8], // Region Värmland
  ['1800', 10075, 14, 23.6, 24.1, 12, 11.5, 14.8], // Region Örebro län
  ['1900', 7080, 13.5, 22, 25, 13, 12.4, 14], // Region Västmanland
  ['2000', 8583, 11.5, 21.6, 23.1, 13.4, 13, 17.4], // Region Dalarna
  ['2100', 7174, 12.2, 22.1, 23, 13.5, 13.7, 15.5], // Region Gävleborg
  ['2200', 6488, 11.9, 22.1, 21.7, 13.2, 13.7, 17.4], // Region Västernorrland
  ['2300', 4142, 10.1, 24.2, 22.9, 13.6, 12.2, 17], // Region Jämtland Härjedalen
  ['2400', 10412, 13, 23.5, 22.6, 12.8, 13.4, 14.8], // Region Västerbotten
  ['2500', 7131, 12.5, 21.4, 22.6, 13.6, 13.9, 15.9], // Region Norrbotten
];
