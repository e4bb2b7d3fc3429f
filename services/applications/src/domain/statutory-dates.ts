import { calendar, LocalDate } from '@minzheng/types';
import { z } from 'zod';

const START_SURVEY_WORKING_DAYS = 3;
const STREET_WORKING_DAYS = 15;
const TOTAL_WORKING_DAYS = 30;

/** 办理时限 of DB (DOMAIN §2.3): the last day of each step; provisional when a year's holidays are not known yet (CAL-6). */
export const StatutoryDates = z.strictObject({
  acceptedOn: LocalDate,
  startSurveyBy: LocalDate,
  streetBy: LocalDate,
  dueOn: LocalDate,
  provisional: z.boolean(),
});
export type StatutoryDates = z.infer<typeof StatutoryDates>;

/** The clock runs from acceptance, the day itself not counted. */
export function statutoryDates(acceptedOn: LocalDate): StatutoryDates {
  const startSurvey = calendar.addWorkingDays(acceptedOn, START_SURVEY_WORKING_DAYS);
  const street = calendar.addWorkingDays(acceptedOn, STREET_WORKING_DAYS);
  const total = calendar.addWorkingDays(acceptedOn, TOTAL_WORKING_DAYS);
  return {
    acceptedOn,
    startSurveyBy: startSurvey.date,
    streetBy: street.date,
    dueOn: total.date,
    provisional: total.provisional,
  };
}
