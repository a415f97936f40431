import type { Rule } from '../../definition/rule.ts';
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
import { p0201DistrictIsRegistered } from '../../rules/p02-01-district-is-registered.ts';
import { p0301OrganisationNumberIsValid } from '../../rules/p03-01-organisation-number-is-valid.ts';
import { p0302EmployerIsRegistered } from '../../rules/p03-02-employer-is-registered.ts';
import { p0303EmployerIsOfTheUnitsType } from '../../rules/p03-03-employer-is-of-the-units-type.ts';
import { p0401WorkplaceNumberIsGiven } from '../../rules/p04-01-workplace-number-is-given.ts';
import { p0402WorkplaceNumberHasOneToFiveDigits } from '../../rules/p04-02-workplace-number-has-one-to-five-digits.ts';
import { p0501ActivityIsGiven } from '../../rules/p05-01-activity-is-given.ts';
import { p0502ActivityCodeIsKnown } from '../../rules/p05-02-activity-code-is-known.ts';
import { p0503ActivityAgreesWithItsWorkplace } from '../../rules/p05-03-activity-agrees-with-its-workplace.ts';
import { p0504ActivityFitsTheLabel } from '../../rules/p05-04-activity-fits-the-label.ts';
import { p0601ActivityIsTranslatedFromItsBasis } from '../../rules/p06-01-activity-is-translated-from-its-basis.ts';
import { p0701PersonalNumberIsGiven } from '../../rules/p07-01-personal-number-is-given.ts';
import { p0702PersonalNumberHasTenDigits } from '../../rules/p07-02-personal-number-has-ten-digits.ts';
import { p0703PersonalNumberHoldsADate } from '../../rules/p07-03-personal-number-holds-a-date.ts';
import { p0704PersonalNumberHasRightCheckDigit } from '../../rules/p07-04-personal-number-has-right-check-digit.ts';
import { p0705CoordinationNumbersAreCounted } from '../../rules/p07-05-coordination-numbers-are-counted.ts';
import { p0706PersonalNumberHoldsNoLetter } from '../../rules/p07-06-personal-number-holds-no-letter.ts';
import { p0707PersonIsOfPossibleAge } from '../../rules/p07-07-person-is-of-possible-age.ts';
import { p0708PersonIsOfSchoolAge } from '../../rules/p07-08-person-is-of-school-age.ts';
import { p0709PersonIsOfUsualAge } from '../../rules/p07-09-person-is-of-usual-age.ts';
import { p0801NameIsGiven } from '../../rules/p08-01-name-is-given.ts';
import { p0802NameLooksLikeAName } from '../../rules/p08-02-name-looks-like-a-name.ts';
import { p0901LabelIsGiven } from '../../rules/p09-01-label-is-given.ts';
import { p0902LabelHasSixDigits } from '../../rules/p09-02-label-has-six-digits.ts';
import { p0903LabelIsKnown } from '../../rules/p09-03-label-is-known.ts';
import { p0904LabelIsStillInUse } from '../../rules/p09-04-label-is-still-in-use.ts';
import { p0905LabelIsUsedInTheSector } from '../../rules/p09-05-label-is-used-in-the-sector.ts';
import { p0906LabelAgreesWithTheTitle } from '../../rules/p09-06-label-agrees-with-the-title.ts';
import { p0907SocialEducatorAtSchoolHasItsLabel } from '../../rules/p09-07-social-educator-at-school-has-its-label.ts';
import { p0908LabelIsNoResidual } from '../../rules/p09-08-label-is-no-residual.ts';
import { p1001ResponsibilityCodeIsKnown } from '../../rules/p10-01-responsibility-code-is-known.ts';
import { p1002CodeMIsForDoctors } from '../../rules/p10-02-code-m-is-for-doctors.ts';
import { p1003DoctorsHaveMInsteadOfL } from '../../rules/p10-03-doctors-have-m-instead-of-l.ts';
import { p1004LeadingWorkHasAResponsibilityCode } from '../../rules/p10-04-leading-work-has-a-responsibility-code.ts';
import { p1005ChiefWorksAtLeastHalfTime } from '../../rules/p10-05-chief-works-at-least-half-time.ts';
import { p1006ChiefIsPaidMonthly } from '../../rules/p10-06-chief-is-paid-monthly.ts';
import { p1101SpecialTermsCodeIsKnown } from '../../rules/p11-01-special-terms-code-is-known.ts';
import { p1102SpecialTermsAgreeWithTheAgreement } from '../../rules/p11-02-special-terms-agree-with-the-agreement.ts';
import { p1201WorkingTimePatternIsKnown } from '../../rules/p12-01-working-time-pattern-is-known.ts';
import { p1202WorkingTimePatternIsForSomeLabels } from '../../rules/p12-02-working-time-pattern-is-for-some-labels.ts';
import { p1301LicensedDoctorHasASpeciality } from '../../rules/p13-01-licensed-doctor-has-a-speciality.ts';
import { p1302SpecialityIsKnown } from '../../rules/p13-02-speciality-is-known.ts';
import { p1303OnlyDoctorsHaveASpeciality } from '../../rules/p13-03-only-doctors-have-a-speciality.ts';
import { p1304DistrictDoctorIsAGeneralPractitioner } from '../../rules/p13-04-district-doctor-is-a-general-practitioner.ts';
import { p1401MunicipalPositionHasFourDigits } from '../../rules/p14-01-municipal-position-has-four-digits.ts';
import { p1402RegionalPositionIsGiven } from '../../rules/p14-02-regional-position-is-given.ts';
import { p1403RegionalPositionIsInTheCodebook } from '../../rules/p14-03-regional-position-is-in-the-codebook.ts';
import { p1501AgreementIsGiven } from '../../rules/p15-01-agreement-is-given.ts';
import { p1502AgreementIsKnown } from '../../rules/p15-02-agreement-is-known.ts';
import { p1503AgreementIsUsualForTheLabel } from '../../rules/p15-03-agreement-is-usual-for-the-label.ts';
import { p1601EmploymentFormIsGiven } from '../../rules/p16-01-employment-form-is-given.ts';
import { p1602EmploymentFormIsKnown } from '../../rules/p16-02-employment-form-is-known.ts';
import { p1603EmploymentFormFiveIsGone } from '../../rules/p16-03-employment-form-five-is-gone.ts';
import { p1701PayFormIsKnown } from '../../rules/p17-01-pay-form-is-known.ts';
import { p1702PermanentStaffArePaidMonthly } from '../../rules/p17-02-permanent-staff-are-paid-monthly.ts';
import { p1801EmploymentHasAFirstDay } from '../../rules/p18-01-employment-has-a-first-day.ts';
import { p1802EmploymentBeginsBeforeTheMonthEnds } from '../../rules/p18-02-employment-begins-before-the-month-ends.ts';
import { p1803EmploymentBeginsAtWorkingAge } from '../../rules/p18-03-employment-begins-at-working-age.ts';
import { p1804EmploymentHasNotLastedTooLong } from '../../rules/p18-04-employment-has-not-lasted-too-long.ts';
import { p1901EmploymentEndsOnADayAfterItBegins } from '../../rules/p19-01-employment-ends-on-a-day-after-it-begins.ts';
import { p1902EmploymentReachesIntoNovember } from '../../rules/p19-02-employment-reaches-into-november.ts';
import { p1903PermanentEmploymentHasNoLastDay } from '../../rules/p19-03-permanent-employment-has-no-last-day.ts';
import { p1904TemporaryStaffHaveALastDay } from '../../rules/p19-04-temporary-staff-have-a-last-day.ts';
import { p2001FullTimeIsOfUsualLength } from '../../rules/p20-01-full-time-is-of-usual-length.ts';
import { p2101MonthlyStaffHaveAnAgreedRate } from '../../rules/p21-01-monthly-staff-have-an-agreed-rate.ts';
import { p2102AgreedRateAtMostFullTime } from '../../rules/p21-02-agreed-rate-at-most-full-time.ts';
import { p2103AgreedRatesHaveTheirDecimals } from '../../rules/p21-03-agreed-rates-have-their-decimals.ts';
import { p2104AgreedRateIsNotTiny } from '../../rules/p21-04-agreed-rate-is-not-tiny.ts';
import { p2105HourlyStaffHaveNoAgreedRate } from '../../rules/p21-05-hourly-staff-have-no-agreed-rate.ts';
import { p2201ActualRateAtMostTheAgreed } from '../../rules/p22-01-actual-rate-at-most-the-agreed.ts';
import { p2202ActualRateIsTheAgreedLessAbsence } from '../../rules/p22-02-actual-rate-is-the-agreed-less-absence.ts';
import { p2301AbsenceReasonIsKnown } from '../../rules/p23-01-absence-reason-is-known.ts';
import { p2302AbsenceHasReasonAndExtent } from '../../rules/p23-02-absence-has-reason-and-extent.ts';
import { p2401AbsencePeriodIsWhole } from '../../rules/p24-01-absence-period-is-whole.ts';
import { p2601AbsenceAtMostTheEmployment } from '../../rules/p26-01-absence-at-most-the-employment.ts';
import { p2701MonthlyStaffHaveASalary } from '../../rules/p27-01-monthly-staff-have-a-salary.ts';
import { p2702SalaryIsWithinTheOuterBounds } from '../../rules/p27-02-salary-is-within-the-outer-bounds.ts';
import { p2703SalaryIsUsualForTheLabel } from '../../rules/p27-03-salary-is-usual-for-the-label.ts';
import { p2704SalaryIsScaledToFullTime } from '../../rules/p27-04-salary-is-scaled-to-full-time.ts';
import { p2705SalaryIsInKronor } from '../../rules/p27-05-salary-is-in-kronor.ts';
import { p2706HourlyStaffHaveNoMonthlySalary } from '../../rules/p27-06-hourly-staff-have-no-monthly-salary.ts';
import { p2801FixedSupplementsAreASmallPart } from '../../rules/p28-01-fixed-supplements-are-a-small-part.ts';
import { p2901UnsocialHoursPayIsOfTheMonth } from '../../rules/p29-01-unsocial-hours-pay-is-of-the-month.ts';
import { p2902NightWorkHasUnsocialHoursPay } from '../../rules/p29-02-night-work-has-unsocial-hours-pay.ts';
import { p3001OnCallDutyHasPayAndHours } from '../../rules/p30-01-on-call-duty-has-pay-and-hours.ts';
import { p3101StandbyHasPayAndHours } from '../../rules/p31-01-standby-has-pay-and-hours.ts';
import { p3201OtherSupplementsAreLessThanTheSalary } from '../../rules/p32-01-other-supplements-are-less-than-the-salary.ts';
import { p3301HourlyStaffHaveAnHourlyPay } from '../../rules/p33-01-hourly-staff-have-an-hourly-pay.ts';
import { p3302HourlyPayIsUsual } from '../../rules/p33-02-hourly-pay-is-usual.ts';
import { p3303MonthlyStaffHaveNoHourlyPay } from '../../rules/p33-03-monthly-staff-have-no-hourly-pay.ts';
import { p3401HourlyStaffHaveHours } from '../../rules/p34-01-hourly-staff-have-hours.ts';
import { p3402HoursFitInTheMonth } from '../../rules/p34-02-hours-fit-in-the-month.ts';
import { p3501AdditionalHoursAreForPartTime } from '../../rules/p35-01-additional-hours-are-for-part-time.ts';
import { p3601OvertimeIsOfUsualSize } from '../../rules/p36-01-overtime-is-of-usual-size.ts';
import { p3901SalaryLevelIsOfThisYearOrLast } from '../../rules/p39-01-salary-level-is-of-this-year-or-last.ts';
import { p4001SeveralRecordsHaveEmploymentIds } from '../../rules/p40-01-several-records-have-employment-ids.ts';
import { p4101TitlesHelpTheReview } from '../../rules/p41-01-titles-help-the-review.ts';
import { k01RecordsAreNotRepeated } from '../../rules/k-01-records-are-not-repeated.ts';
import { k02OneRecordPerEmployment } from '../../rules/k-02-one-record-per-employment.ts';
import { k03PersonWorksAtMostFullTime } from '../../rules/k-03-person-works-at-most-full-time.ts';
import { k04PersonWorksAtMostTwiceFullTime } from '../../rules/k-04-person-works-at-most-twice-full-time.ts';
import { k05OnePersonHasOneName } from '../../rules/k-05-one-person-has-one-name.ts';
import { k06SameWorkHasTheSameSalary } from '../../rules/k-06-same-work-has-the-same-salary.ts';
import { k07PersonsWithBothPayFormsAreCounted } from '../../rules/k-07-persons-with-both-pay-forms-are-counted.ts';
import { k08LeaveForAnotherEmploymentHasThatEmployment } from '../../rules/k-08-leave-for-another-employment-has-that-employment.ts';
import { k09PositionBelongsToFewStaffGroups } from '../../rules/k-09-position-belongs-to-few-staff-groups.ts';
import { k10SalariesOfALabelVary } from '../../rules/k-10-salaries-of-a-label-vary.ts';
import { y01SalaryIsNotLowerThanLastYear } from '../../rules/y-01-salary-is-not-lower-than-last-year.ts';
import { y02SalaryHasNotRisenMuch } from '../../rules/y-02-salary-has-not-risen-much.ts';
import { y03LabelStaysInItsStaffGroup } from '../../rules/y-03-label-stays-in-its-staff-group.ts';
import { y04ResponsibilityIsAsLastYear } from '../../rules/y-04-responsibility-is-as-last-year.ts';
import { y05PermanentStaffStayPermanent } from '../../rules/y-05-permanent-staff-stay-permanent.ts';
import { y06FirstDayIsAsLastYear } from '../../rules/y-06-first-day-is-as-last-year.ts';
import { y07StaffOfLastYearWereInTheFileThen } from '../../rules/y-07-staff-of-last-year-were-in-the-file-then.ts';
import { d01NumberOfMonthlyStaffIsAboutLastYears } from '../../rules/d-01-number-of-monthly-staff-is-about-last-years.ts';
import { d02NumberOfMonthlyStaffIsNearLastYears } from '../../rules/d-02-number-of-monthly-staff-is-near-last-years.ts';
import { d03HourlyStaffAreInTheFile } from '../../rules/d-03-hourly-staff-are-in-the-file.ts';
import { d04NumberOfHourlyStaffIsAboutLastYears } from '../../rules/d-04-number-of-hourly-staff-is-about-last-years.ts';
import { d05MeanSalaryHasRisenAsUsual } from '../../rules/d-05-mean-salary-has-risen-as-usual.ts';
import { d06NumberOfPersonsOfALabelIsAboutLastYears } from '../../rules/d-06-number-of-persons-of-a-label-is-about-last-years.ts';
import { d07MeanSalaryOfALabelHasRisenAsUsual } from '../../rules/d-07-mean-salary-of-a-label-has-risen-as-usual.ts';
import { d08StaffGroupIsStillThere } from '../../rules/d-08-staff-group-is-still-there.ts';
import { d09FewRecordsHaveResidualLabels } from '../../rules/d-09-few-records-have-residual-labels.ts';
import { d10VariableSupplementsAreInTheFile } from '../../rules/d-10-variable-supplements-are-in-the-file.ts';
import { d11VariableSupplementsAreAboutLastYears } from '../../rules/d-11-variable-supplements-are-about-last-years.ts';
import { d12ActivityInFocusIsAboutLastYears } from '../../rules/d-12-activity-in-focus-is-about-last-years.ts';
import { d13ShareOfChiefsIsAsUsual } from '../../rules/d-13-share-of-chiefs-is-as-usual.ts';
import { d14ShareOfFullTimeIsAboutLastYears } from '../../rules/d-14-share-of-full-time-is-about-last-years.ts';
import { d15PersonsOnLeaveAreInTheFile } from '../../rules/d-15-persons-on-leave-are-in-the-file.ts';
import { d16EveryEmployerOfLastYearIsThere } from '../../rules/d-16-every-employer-of-last-year-is-there.ts';
import { d17WorkplaceNumbersAreGiven } from '../../rules/d-17-workplace-numbers-are-given.ts';
import { d18SalaryReviewIsDone } from '../../rules/d-18-salary-review-is-done.ts';
import { f01RegionHasUploadedItsCodebook } from '../../rules/f-01-region-has-uploaded-its-codebook.ts';
import { f02ContactAndPayrollSystemAreConfirmed } from '../../rules/f-02-contact-and-payroll-system-are-confirmed.ts';
import { f03EveryWarningIsExplained } from '../../rules/f-03-every-warning-is-explained.ts';
import { f04TestDataAreErased } from '../../rules/f-04-test-data-are-erased.ts';
import { f05DeliveryComesInTime } from '../../rules/f-05-delivery-comes-in-time.ts';
import { f06MessagesAreRead } from '../../rules/f-06-messages-are-read.ts';

/** The rules in force, in the order of the catalogue. */
export const rules: readonly Rule[] = [
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
  p0201DistrictIsRegistered,
  p0301OrganisationNumberIsValid,
  p0302EmployerIsRegistered,
  p0303EmployerIsOfTheUnitsType,
  p0401WorkplaceNumberIsGiven,
  p0402WorkplaceNumberHasOneToFiveDigits,
  p0501ActivityIsGiven,
  p0502ActivityCodeIsKnown,
  p0503ActivityAgreesWithItsWorkplace,
  p0504ActivityFitsTheLabel,
  p0601ActivityIsTranslatedFromItsBasis,
  p0701PersonalNumberIsGiven,
  p0702PersonalNumberHasTenDigits,
  p0703PersonalNumberHoldsADate,
  p0704PersonalNumberHasRightCheckDigit,
  p0705CoordinationNumbersAreCounted,
  p0706PersonalNumberHoldsNoLetter,
  p0707PersonIsOfPossibleAge,
  p0708PersonIsOfSchoolAge,
  p0709PersonIsOfUsualAge,
  p0801NameIsGiven,
  p0802NameLooksLikeAName,
  p0901LabelIsGiven,
  p0902LabelHasSixDigits,
  p0903LabelIsKnown,
  p0904LabelIsStillInUse,
  p0905LabelIsUsedInTheSector,
  p0906LabelAgreesWithTheTitle,
  p0907SocialEducatorAtSchoolHasItsLabel,
  p0908LabelIsNoResidual,
  p1001ResponsibilityCodeIsKnown,
  p1002CodeMIsForDoctors,
  p1003DoctorsHaveMInsteadOfL,
  p1004LeadingWorkHasAResponsibilityCode,
  p1005ChiefWorksAtLeastHalfTime,
  p1006ChiefIsPaidMonthly,
  p1101SpecialTermsCodeIsKnown,
  p1102SpecialTermsAgreeWithTheAgreement,
  p1201WorkingTimePatternIsKnown,
  p1202WorkingTimePatternIsForSomeLabels,
  p1301LicensedDoctorHasASpeciality,
  p1302SpecialityIsKnown,
  p1303OnlyDoctorsHaveASpeciality,
  p1304DistrictDoctorIsAGeneralPractitioner,
  p1401MunicipalPositionHasFourDigits,
  p1402RegionalPositionIsGiven,
  p1403RegionalPositionIsInTheCodebook,
  p1501AgreementIsGiven,
  p1502AgreementIsKnown,
  p1503AgreementIsUsualForTheLabel,
  p1601EmploymentFormIsGiven,
  p1602EmploymentFormIsKnown,
  p1603EmploymentFormFiveIsGone,
  p1701PayFormIsKnown,
  p1702PermanentStaffArePaidMonthly,
  p1801EmploymentHasAFirstDay,
  p1802EmploymentBeginsBeforeTheMonthEnds,
  p1803EmploymentBeginsAtWorkingAge,
  p1804EmploymentHasNotLastedTooLong,
  p1901EmploymentEndsOnADayAfterItBegins,
  p1902EmploymentReachesIntoNovember,
  p1903PermanentEmploymentHasNoLastDay,
  p1904TemporaryStaffHaveALastDay,
  p2001FullTimeIsOfUsualLength,
  p2101MonthlyStaffHaveAnAgreedRate,
  p2102AgreedRateAtMostFullTime,
  p2103AgreedRatesHaveTheirDecimals,
  p2104AgreedRateIsNotTiny,
  p2105HourlyStaffHaveNoAgreedRate,
  p2201ActualRateAtMostTheAgreed,
  p2202ActualRateIsTheAgreedLessAbsence,
  p2301AbsenceReasonIsKnown,
  p2302AbsenceHasReasonAndExtent,
  p2401AbsencePeriodIsWhole,
  p2601AbsenceAtMostTheEmployment,
  p2701MonthlyStaffHaveASalary,
  p2702SalaryIsWithinTheOuterBounds,
  p2703SalaryIsUsualForTheLabel,
  p2704SalaryIsScaledToFullTime,
  p2705SalaryIsInKronor,
  p2706HourlyStaffHaveNoMonthlySalary,
  p2801FixedSupplementsAreASmallPart,
  p2901UnsocialHoursPayIsOfTheMonth,
  p2902NightWorkHasUnsocialHoursPay,
  p3001OnCallDutyHasPayAndHours,
  p3101StandbyHasPayAndHours,
  p3201OtherSupplementsAreLessThanTheSalary,
  p3301HourlyStaffHaveAnHourlyPay,
  p3302HourlyPayIsUsual,
  p3303MonthlyStaffHaveNoHourlyPay,
  p3401HourlyStaffHaveHours,
  p3402HoursFitInTheMonth,
  p3501AdditionalHoursAreForPartTime,
  p3601OvertimeIsOfUsualSize,
  p3901SalaryLevelIsOfThisYearOrLast,
  p4001SeveralRecordsHaveEmploymentIds,
  p4101TitlesHelpTheReview,
  // Records against each other
  k01RecordsAreNotRepeated,
  k02OneRecordPerEmployment,
  k03PersonWorksAtMostFullTime,
  k04PersonWorksAtMostTwiceFullTime,
  k05OnePersonHasOneName,
  k06SameWorkHasTheSameSalary,
  k07PersonsWithBothPayFormsAreCounted,
  k08LeaveForAnotherEmploymentHasThatEmployment,
  k09PositionBelongsToFewStaffGroups,
  k10SalariesOfALabelVary,
  // The same employment last year
  y01SalaryIsNotLowerThanLastYear,
  y02SalaryHasNotRisenMuch,
  y03LabelStaysInItsStaffGroup,
  y04ResponsibilityIsAsLastYear,
  y05PermanentStaffStayPermanent,
  y06FirstDayIsAsLastYear,
  y07StaffOfLastYearWereInTheFileThen,
  // The delivery as a whole, and against last year
  d01NumberOfMonthlyStaffIsAboutLastYears,
  d02NumberOfMonthlyStaffIsNearLastYears,
  d03HourlyStaffAreInTheFile,
  d04NumberOfHourlyStaffIsAboutLastYears,
  d05MeanSalaryHasRisenAsUsual,
  d06NumberOfPersonsOfALabelIsAboutLastYears,
  d07MeanSalaryOfALabelHasRisenAsUsual,
  d08StaffGroupIsStillThere,
  d09FewRecordsHaveResidualLabels,
  d10VariableSupplementsAreInTheFile,
  d11VariableSupplementsAreAboutLastYears,
  d12ActivityInFocusIsAboutLastYears,
  d13ShareOfChiefsIsAsUsual,
  d14ShareOfFullTimeIsAboutLastYears,
  d15PersonsOnLeaveAreInTheFile,
  d16EveryEmployerOfLastYearIsThere,
  d17WorkplaceNumbersAreGiven,
  d18SalaryReviewIsDone,
  // What is asked when the delivery is handed in
  f01RegionHasUploadedItsCodebook,
  f02ContactAndPayrollSystemAreConfirmed,
  f03EveryWarningIsExplained,
  f04TestDataAreErased,
  f05DeliveryComesInTime,
  f06MessagesAreRead,
];
