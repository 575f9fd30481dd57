import type { MoveWords } from './moved-words.ts'
import type { Step } from './next-period.ts'

const line = (key: string): RegExp => new RegExp(`^(${key}:[ \\t]*)(.*?)([ \\t]*(?:[ \\t]#.*)?)$`, 'm')

const isPlain = (text: string): boolean => /^[\p{L}\p{N}]/u.test(text) && !/: |:$| #|["']/.test(text)

/** A YAML value with another text: its quotes stay. */
function rewritten(value: string, into: (text: string) => string): string {
  const [, quote = '', text = value] = /^(["'])([\s\S]*)\1$/.exec(value) ?? []
  const fresh = into(text)
  if (fresh === text) return value
  if (quote !== '') return `${quote}${fresh}${quote}`
  return isPlain(fresh) ? fresh : JSON.stringify(fresh)
}

/** A top-level key's value on its own line rewritten; everything else in the text stays as it is. */
const withValue = (text: string, key: string, into: (text: string) => string): string =>
  text.replace(line(key), (whole, before: string, value: string, after: string) =>
    value === '' || /^[|>[{&*]/.test(value) ? whole : `${before}${rewritten(value, into)}${after}`,
  )

/** Keys of data/deck.yaml whose words may name the old period or date. */
export const wordedKeys = ['title', 'event', 'date-text'] as const

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** The text with the edition that it was rolled on from: on its line, or in a new one below the reporting period. */
function withRolledFrom(text: string, { from, fromDate }: Step): string {
  const value = `{period: ${from.label}, date: ${fromDate}}`
  const known = /^rolled-from:.*?(?=\r?$)/m
  return known.test(text)
    ? text.replace(known, () => `rolled-from: ${value}`)
    : text.replace(/^reporting-period:.*?(\r?)$/m, (own, end: string) => `${own}\nrolled-from: ${value}${end}`)
}

/** data/deck.yaml of the deck after a step. */
export function rolledSettings(text: string, step: Step, move: MoveWords): string {
  const { from, to, toDate } = step
  const settled = withRolledFrom(
    withValue(
      withValue(text, 'reporting-period', () => to.label),
      'date',
      () => toDate,
    ),
    step,
  )
  const moved = wordedKeys.reduce((current, key) => withValue(current, key, move), settled)
  return withValue(moved, 'id', (id) =>
    id.includes(slug(from.label)) ? id.replace(slug(from.label), slug(to.label)) : move(id),
  )
}

/** What a top-level key of a YAML text says on its line, without quotes. */
export function settingOf(text: string, key: string): string | undefined {
  const value = line(key).exec(text)?.[2]
  return value?.replace(/^(["'])([\s\S]*)\1$/, '$2')
}

/** The document of the new figures, as a line of data/sources.yaml. */
export interface NewDocument {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly date: string
}

/** data/sources.yaml with one document more, in a line at its end. */
export function withDocument(text: string, { id, title, short, date }: NewDocument): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const added = `${id}: {title: ${JSON.stringify(title)}, short: ${JSON.stringify(short)}, date: ${date}}${lineEnd}`
  return text + (text === '' || /[\r\n]$/.test(text) ? '' : lineEnd) + added
}
