import type { DeckConfig, DeckHead, Edition } from '../../model/deck.ts'
import { deckFields } from './placeholders/word-helpers.ts'

/** What describes an edition as a whole, from the settings. */
export function headOf(config: DeckConfig, edition: Edition): DeckHead {
  const { company, shortName, title, date, dateText, speaker = null, address = null, duration } = config
  return {
    company,
    shortName,
    title,
    date,
    dateText,
    speaker,
    address,
    logo: config.brand?.logo?.light ?? null,
    logoOnDark: config.brand?.logo?.dark ?? null,
    coverPicture: config.brand?.cover ?? null,
    language: config.language.tag,
    ...(config.textLanguage === config.language.tag ? {} : { textLanguage: config.textLanguage }),
    reportingPeriod: config.reportingPeriod.label,
    ...(duration === undefined || edition === 'public' ? {} : { duration }),
    fields: Object.fromEntries([...deckFields(config)].filter(([name]) => Object.hasOwn(config.fields, name))),
  }
}
