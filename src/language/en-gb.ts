import { en } from './en.ts'
import type { Language } from './language.ts'

const { periods } = en

/** English as written in Britain and by most issuers of the Continent: the day before the month. */
export const enGb: Language = {
  ...en,
  tag: 'en-GB',
  periods: {
    ...periods,
    date: '{day} {month} {year}',
    dayOfYear: '{day} {month}',
    heads: {
      ...periods.heads,
      span: { ended: '{length} ended', endedOn: '{length} ended {day}' },
      balance: { ended: 'As at', endedOn: 'As at {day}' },
    },
  },
}
