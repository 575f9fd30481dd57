import { fiscalPlace } from '../../format/fiscal.ts'
import type { SourceDocument } from '../../model/deck.ts'
import type { Calendar, Span } from '../../model/period.ts'

/** How ids of documents name a period, in an order that is the same for every period: Q320, 3Q2020, 2020-Q3, FY20 … */
function spellings({ start, months }: Span, calendar: Calendar): readonly string[] {
  const { year, offset } = fiscalPlace(start, calendar)
  const years = [String(year), String(year % 100).padStart(2, '0')]
  if (months === 12) return years.flatMap((each) => [`FY-${each}`, `FY${each}`, `FY_${each}`])
  if (months !== 3 && months !== 6) return []
  const [letter, number] = [months === 3 ? 'Q' : 'H', offset / months + 1]
  return years.flatMap((each) =>
    ['FY', '', '-', '_'].flatMap((between) => [
      `${letter}${number}${between}${each}`,
      `${number}${letter}${between}${each}`,
      ...(between === 'FY' ? [] : [`${each}${between}${letter}${number}`, `${each}${between}${number}${letter}`]),
    ]),
  )
}

/** The id of the document that follows another, by the pattern of its id; undefined where that names no period. */
export function followingId(id: string, from: Span, to: Span, calendar: Calendar): string | undefined {
  if (from.months !== to.months) return undefined
  const [old, fresh] = [spellings(from, calendar), spellings(to, calendar)]
  for (const spelt of [(text: string) => text, (text: string) => text.toLowerCase()])
    for (const [at, spelling] of old.entries())
      if (id.includes(spelt(spelling))) return id.replace(spelt(spelling), spelt(fresh[at] ?? ''))
  return undefined
}

/** A short title moved on: "Q3 release" is followed by "Q4 release". */
export function followingShort(short: string, from: Span, to: Span, calendar: Calendar): string {
  if (from.months !== to.months || (from.months !== 3 && from.months !== 6)) return short
  const part = (span: Span): string =>
    `${span.months === 3 ? 'Q' : 'H'}${fiscalPlace(span.start, calendar).offset / span.months + 1}`
  return short.replace(new RegExp(`\\b${part(from)}\\b`), part(to))
}

const plainId = (label: string): string => label.replace(/[^A-Za-z0-9]/g, '').replace(/^(?=\d+$)/, 'R')

/** The id of a period's own document: the one that a roll made on the deck's day, by whatever pattern, else its plain label. */
export function documentIdOf(
  { label, ...period }: Span,
  documents: ReadonlyMap<string, SourceDocument>,
  { calendar, date }: { readonly calendar: Calendar; readonly date: string },
): string {
  const plain = plainId(label)
  if (documents.has(plain)) return plain
  const names = spellings({ label, ...period }, calendar)
  const own = [...documents.values()].find(
    (document) => document.date === date && names.some((name) => document.id.toUpperCase().includes(name)),
  )
  return own?.id ?? plain
}
