import type { Edition } from '../../definition/survey-definition.ts';
import { fil01FileHoldsRecords } from '../../rules/fil-01-file-holds-records.ts';
import { fil02FileIsText } from '../../rules/fil-02-file-is-text.ts';
import { fil03FileCanBeDecoded } from '../../rules/fil-03-file-can-be-decoded.ts';
import { fil04LettersAreNotGarbled } from '../../rules/fil-04-letters-are-not-garbled.ts';
import { fil05ValuesAreSeparatedBySemicolon } from '../../rules/fil-05-values-are-separated-by-semicolon.ts';
import { fil06RowHasEveryField } from '../../rules/fil-06-row-has-every-field.ts';
import { fil07HeaderRowIsSkipped } from '../../rules/fil-07-header-row-is-skipped.ts';
import { fil08BlankRowsAreSkipped } from '../../rules/fil-08-blank-rows-are-skipped.ts';
import { fil09ValueFitsItsField } from '../../rules/fil-09-value-fits-its-field.ts';
import { fil10NumberIsDigitsOnly } from '../../rules/fil-10-number-is-digits-only.ts';
import { fil11NumberHasNoDecimalSign } from '../../rules/fil-11-number-has-no-decimal-sign.ts';
import { fil12BlanksAreTrimmed } from '../../rules/fil-12-blanks-are-trimmed.ts';
import { fil13MandatoryFieldIsNotEmptyEverywhere } from '../../rules/fil-13-mandatory-field-is-not-empty-everywhere.ts';
import { fil14FileIsOfThisUnit } from '../../rules/fil-14-file-is-of-this-unit.ts';
import { fil15FileIsNew } from '../../rules/fil-15-file-is-new.ts';
import { p0101MunicipalityCodeHasFourDigits } from '../../rules/p01-01-municipality-code-has-four-digits.ts';
import { p0102MunicipalityCodeIsKnown } from '../../rules/p01-02-municipality-code-is-known.ts';
import { p0103MunicipalityCodeIsTheUnits } from '../../rules/p01-03-municipality-code-is-the-units.ts';
import { p0301OrganisationNumberIsValid } from '../../rules/p03-01-organisation-number-is-valid.ts';
import { p0401WorkplaceNumberIsGiven } from '../../rules/p04-01-workplace-number-is-given.ts';
import { p0501ActivityIsGiven } from '../../rules/p05-01-activity-is-given.ts';
import { p0502ActivityCodeIsKnown } from '../../rules/p05-02-activity-code-is-known.ts';
import { p0503ActivityAgreesWithItsWorkplace } from '../../rules/p05-03-activity-agrees-with-its-workplace.ts';
import { p0504ActivityFitsTheLabel } from '../../rules/p05-04-activity-fits-the-label.ts';
import { p0701PersonalNumberIsGiven } from '../../rules/p07-01-personal-number-is-given.ts';
import { p0702PersonalNumberHasTenDigits } from '../../rules/p07-02-personal-number-has-ten-digits.ts';
import { p0703PersonalNumberHoldsADate } from '../../rules/p07-03-personal-number-holds-a-date.ts';
import { p0704PersonalNumberHasRightCheckDigit } from '../../rules/p07-04-personal-number-has-right-check-digit.ts';
import { p0705CoordinationNumbersAreCounted } from '../../rules/p07-05-coordination-numbers-are-counted.ts';
import { p0706PersonalNumberHoldsNoLetter } from '../../rules/p07-06-personal-number-holds-no-letter.ts';
import { p0707PersonIsOfPossibleAge } from '../../rules/p07-07-person-is-of-possible-age.ts';
import { p0709PersonIsOfUsualAge } from '../../rules/p07-09-person-is-of-usual-age.ts';
import { p0801NameIsGiven } from '../../rules/p08-01-name-is-given.ts';
import { p0901LabelIsGiven } from '../../rules/p09-01-label-is-given.ts';
import { p0902LabelHasSixDigits } from '../../rules/p09-02-label-has-six-digits.ts';
import { p0903LabelIsKnown } from '../../rules/p09-03-label-is-known.ts';
import { p0905LabelIsUsedInTheSector } from '../../rules/p09-05-label-is-used-in-the-sector.ts';
import { p0906LabelAgreesWithTheTitle } from '../../rules/p09-06-label-agrees-with-the-title.ts';
import { p1001ResponsibilityCodeIsKnown } from '../../rules/p10-01-responsibility-code-is-known.ts';
import { p1002CodeMIsForDoctors } from '../../rules/p10-02-code-m-is-for-doctors.ts';
import { p1003DoctorsHaveMInsteadOfL } from '../../rules/p10-03-doctors-have-m-instead-of-l.ts';
import { p1004LeadingWorkHasAResponsibilityCode } from '../../rules/p10-04-leading-work-has-a-responsibility-code.ts';
import { p1101SpecialTermsCodeIsKnown } from '../../rules/p11-01-special-terms-code-is-known.ts';
import { p1201WorkingTimePatternIsKnown } from '../../rules/p12-01-working-time-pattern-is-known.ts';
import { p1301LicensedDoctorHasASpeciality } from '../../rules/p13-01-licensed-doctor-has-a-speciality.ts';
import { p1302SpecialityIsKnown } from '../../rules/p13-02-speciality-is-known.ts';
import { p1303OnlyDoctorsHaveASpeciality } from '../../rules/p13-03-only-doctors-have-a-speciality.ts';
import { p1401MunicipalPositionHasFourDigits } from '../../rules/p14-01-municipal-position-has-four-digits.ts';
import { p1402RegionalPositionIsGiven } from '../../rules/p14-02-regional-position-is-given.ts';
import { p1501AgreementIsGiven } from '../../rules/p15-01-agreement-is-given.ts';
import { p1502AgreementIsKnown } from '../../rules/p15-02-agreement-is-known.ts';
import { p1601EmploymentFormIsGiven } from '../../rules/p16-01-employment-form-is-given.ts';
import { p1602EmploymentFormIsKnown } from '../../rules/p16-02-employment-form-is-known.ts';
import { p1603EmploymentFormFiveIsGone } from '../../rules/p16-03-employment-form-five-is-gone.ts';
import { p1701PayFormIsKnown } from '../../rules/p17-01-pay-form-is-known.ts';
import { p1702PermanentStaffArePaidMonthly } from '../../rules/p17-02-permanent-staff-are-paid-monthly.ts';
import { p1801EmploymentHasAFirstDay } from '../../rules/p18-01-employment-has-a-first-day.ts';
import { p1802EmploymentBeginsBeforeTheMonthEnds } from '../../rules/p18-02-employment-begins-before-the-month-ends.ts';
import { p1803EmploymentBeginsAtWorkingAge } from '../../rules/p18-03-employment-begins-at-working-age.ts';
import { p1901EmploymentEndsOnADayAfterItBegins } from '../../rules/p19-01-employment-ends-on-a-day-after-it-begins.ts';
import { p1902EmploymentReachesIntoNovember } from '../../rules/p19-02-employment-reaches-into-november.ts';
import { p1904TemporaryStaffHaveALastDay } from '../../rules/p19-04-temporary-staff-have-a-last-day.ts';
import { p2101MonthlyStaffHaveAnAgreedRate } from '../../rules/p21-01-monthly-staff-have-an-agreed-rate.ts';
import { p2102AgreedRateAtMostFullTime } from '../../rules/p21-02-agreed-rate-at-most-full-time.ts';
import { p2103AgreedRatesHaveTheirDecimals } from '../../rules/p21-03-agreed-rates-have-their-decimals.ts';
import { p2104AgreedRateIsNotTiny } from '../../rules/p21-04-agreed-rate-is-not-tiny.ts';
import { p2201ActualRateAtMostTheAgreed } from '../../rules/p22-01-actual-rate-at-most-the-agreed.ts';
import { p2301AbsenceReasonIsKnown } from '../../rules/p23-01-absence-reason-is-known.ts';
import { p2601AbsenceAtMostTheEmployment } from '../../rules/p26-01-absence-at-most-the-employment.ts';
import { p2701MonthlyStaffHaveASalary } from '../../rules/p27-01-monthly-staff-have-a-salary.ts';
import { p2702SalaryIsWithinTheOuterBounds } from '../../rules/p27-02-salary-is-within-the-outer-bounds.ts';
import { p2703SalaryIsUsualForTheLabel } from '../../rules/p27-03-salary-is-usual-for-the-label.ts';
import { p2704SalaryIsScaledToFullTime } from '../../rules/p27-04-salary-is-scaled-to-full-time.ts';
import { p2705SalaryIsInKronor } from '../../rules/p27-05-salary-is-in-kronor.ts';
import { p2801FixedSupplementsAreASmallPart } from '../../rules/p28-01-fixed-supplements-are-a-small-part.ts';
import { p2901UnsocialHoursPayIsOfTheMonth } from '../../rules/p29-01-unsocial-hours-pay-is-of-the-month.ts';
import { p3201OtherSupplementsAreLessThanTheSalary } from '../../rules/p32-01-other-supplements-are-less-than-the-salary.ts';
import { p3301HourlyStaffHaveAnHourlyPay } from '../../rules/p33-01-hourly-staff-have-an-hourly-pay.ts';
import { p3302HourlyPayIsUsual } from '../../rules/p33-02-hourly-pay-is-usual.ts';
import { p3401HourlyStaffHaveHours } from '../../rules/p34-01-hourly-staff-have-hours.ts';
import { p3402HoursFitInTheMonth } from '../../rules/p34-02-hours-fit-in-the-month.ts';
import { k01RecordsAreNotRepeated } from '../../rules/k-01-records-are-not-repeated.ts';
import { k02OneRecordPerEmployment } from '../../rules/k-02-one-record-per-employment.ts';
import { k03PersonWorksAtMostFullTime } from '../../rules/k-03-person-works-at-most-full-time.ts';
import { k04PersonWorksAtMostTwiceFullTime } from '../../rules/k-04-person-works-at-most-twice-full-time.ts';
import { codeLists } from './code-lists/index.ts';
import { variables } from './variables.ts';

export { codeLists } from './code-lists/index.ts';
export { frame, unitByCode, type FrameUnit } from './frame.ts';

/** The November survey of 2026: 42 variables, the year's code lists, and the rules in force. */
export const november2026: Edition = {
  id: 'november-2026',
  name: 'Novemberstatistik 2026',
  referenceYear: 2026,
  variables,
  codeLists,
  rules: [
    // The file itself
    fil01FileHoldsRecords,
    fil02FileIsText,
    fil03FileCanBeDecoded,
    fil04LettersAreNotGarbled,
    fil05ValuesAreSeparatedBySemicolon,
    fil06RowHasEveryField,
    fil07HeaderRowIsSkipped,
    fil08BlankRowsAreSkipped,
    fil09ValueFitsItsField,
    fil10NumberIsDigitsOnly,
    fil11NumberHasNoDecimalSign,
    fil12BlanksAreTrimmed,
    fil13MandatoryFieldIsNotEmptyEverywhere,
    fil14FileIsOfThisUnit,
    fil15FileIsNew,
    // One record at a time, by field
    p0101MunicipalityCodeHasFourDigits,
    p0102MunicipalityCodeIsKnown,
    p0103MunicipalityCodeIsTheUnits,
    p0301OrganisationNumberIsValid,
    p0401WorkplaceNumberIsGiven,
    p0501ActivityIsGiven,
    p0502ActivityCodeIsKnown,
    p0503ActivityAgreesWithItsWorkplace,
    p0504ActivityFitsTheLabel,
    p0701PersonalNumberIsGiven,
    p0702PersonalNumberHasTenDigits,
    p0703PersonalNumberHoldsADate,
    p0704PersonalNumberHasRightCheckDigit,
    p0705CoordinationNumbersAreCounted,
    p0706PersonalNumberHoldsNoLetter,
    p0707PersonIsOfPossibleAge,
    p0709PersonIsOfUsualAge,
    p0801NameIsGiven,
    p0901LabelIsGiven,
    p0902LabelHasSixDigits,
    p0903LabelIsKnown,
    p0905LabelIsUsedInTheSector,
    p0906LabelAgreesWithTheTitle,
    p1001ResponsibilityCodeIsKnown,
    p1002CodeMIsForDoctors,
    p1003DoctorsHaveMInsteadOfL,
    p1004LeadingWorkHasAResponsibilityCode,
    p1101SpecialTermsCodeIsKnown,
    p1201WorkingTimePatternIsKnown,
    p1301LicensedDoctorHasASpeciality,
    p1302SpecialityIsKnown,
    p1303OnlyDoctorsHaveASpeciality,
    p1401MunicipalPositionHasFourDigits,
    p1402RegionalPositionIsGiven,
    p1501AgreementIsGiven,
    p1502AgreementIsKnown,
    p1601EmploymentFormIsGiven,
    p1602EmploymentFormIsKnown,
    p1603EmploymentFormFiveIsGone,
    p1701PayFormIsKnown,
    p1702PermanentStaffArePaidMonthly,
    p1801EmploymentHasAFirstDay,
    p1802EmploymentBeginsBeforeTheMonthEnds,
    p1803EmploymentBeginsAtWorkingAge,
    p1901EmploymentEndsOnADayAfterItBegins,
    p1902EmploymentReachesIntoNovember,
    p1904TemporaryStaffHaveALastDay,
    p2101MonthlyStaffHaveAnAgreedRate,
    p2102AgreedRateAtMostFullTime,
    p2103AgreedRatesHaveTheirDecimals,
    p2104AgreedRateIsNotTiny,
    p2201ActualRateAtMostTheAgreed,
    p2301AbsenceReasonIsKnown,
    p2601AbsenceAtMostTheEmployment,
    p2701MonthlyStaffHaveASalary,
    p2702SalaryIsWithinTheOuterBounds,
    p2703SalaryIsUsualForTheLabel,
    p2704SalaryIsScaledToFullTime,
    p2705SalaryIsInKronor,
    p2801FixedSupplementsAreASmallPart,
    p2901UnsocialHoursPayIsOfTheMonth,
    p3201OtherSupplementsAreLessThanTheSalary,
    p3301HourlyStaffHaveAnHourlyPay,
    p3302HourlyPayIsUsual,
    p3401HourlyStaffHaveHours,
    p3402HoursFitInTheMonth,
    // Across the records of a delivery
    k01RecordsAreNotRepeated,
    k02OneRecordPerEmployment,
    k03PersonWorksAtMostFullTime,
    k04PersonWorksAtMostTwiceFullTime,
  ],
};
