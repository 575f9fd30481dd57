import { formatPeriod } from '../../format/calendar.ts'
import { plainText } from '../../model/content.ts'
import { titleOf } from '../../model/deck.ts'
import type { Cell, WorkbookSheet } from '../workbook/sheet.ts'
import type { BookInput, Entry } from './book.ts'

const heads = (texts: readonly string[]): readonly Cell[] => texts.map((text) => ({ text, bold: true, filled: true }))
const cells = (texts: readonly string[]): readonly Cell[] => texts.map((text) => ({ text, wrap: true }))

/** Says what the book is: company, presentation, date, reporting period, edition. */
export function coverSheet({ deck, data }: BookInput, name: string): WorkbookSheet {
  const { company, title, dateText, reportingPeriod, language } = data.config
  const { cover } = language.handouts
  const rows: readonly (readonly [string, string])[] = [
    [cover.company, company],
    [cover.title, title],
    [cover.date, dateText],
    [cover.reportingPeriod, formatPeriod(reportingPeriod, data.config)],
    [cover.edition, cover[deck.edition]],
  ]
  return {
    name,
    rows: rows.map(([label, text]) => [
      { text: label, bold: true },
      { text, wrap: true },
    ]),
    widths: [24, 70],
  }
}

/** Links to every other sheet, each with the whole of its title. */
export function contentsSheet(sheets: readonly WorkbookSheet[], name: string): WorkbookSheet {
  const rows = sheets.map((sheet): readonly Cell[] => {
    const [first] = sheet.rows[0] ?? []
    const title = first && 'text' in first && sheet.rows[0]?.length === 1 ? first.text : ''
    return [{ text: sheet.name, leadsTo: sheet.name }, { text: title }]
  })
  return { name, rows, widths: [36, 70] }
}

/** The documents behind the book's numbers, and those that its slides name. */
export function sourcesSheet(
  { deck, data }: BookInput,
  { name, entries }: { readonly name: string; readonly entries: readonly Entry[] },
): WorkbookSheet {
  const { columns } = data.config.language.handouts
  const named = new Set([
    ...entries.flatMap(({ source }) => source.split('; ')),
    ...deck.slides.flatMap(({ sources }) => sources),
  ])
  const rows = deck.documents
    .filter(({ id }) => deck.edition === 'presenter' || named.has(id))
    .map(({ id, title, date = '', url = '' }) => cells([id, title, date, url]))
  const header = heads([columns.id, columns.title, columns.date, columns.address])
  return {
    name,
    rows: [header, ...rows],
    widths: [12, 80, 12, 50],
    frozen: { rows: 1, columns: 1 },
    filters: true,
    landscape: true,
  }
}

/** What earlier prints had wrong: of the public edition what its slides say of it, else every entry with its ground. */
export function errataSheet({ deck, data }: BookInput, name: string): readonly WorkbookSheet[] {
  const { columns } = data.config.language.handouts
  const titles = new Map(deck.slides.map((slide) => [slide.id, titleOf(slide)]))
  const notes = deck.slides.flatMap(({ id, footnotes }) =>
    footnotes
      .filter(({ origin }) => origin === 'corrected')
      .map(({ runs }) => cells([titles.get(id) ?? id, plainText(runs)])),
  )
  const entries = data.errata.map(({ slide, fact = '', printed, right, ground }) =>
    cells([slide, fact, printed, right, ground]),
  )
  const isPublic = deck.edition === 'public'
  const rows = isPublic ? notes : entries
  if (rows.length === 0) return []
  const header = heads(
    isPublic
      ? [columns.slide, columns.right]
      : [columns.slide, columns.fact, columns.printed, columns.right, columns.ground],
  )
  const widths = isPublic ? [50, 100] : [24, 34, 24, 30, 80]
  return [{ name, rows: [header, ...rows], widths, frozen: { rows: 1, columns: 1 }, landscape: true }]
}
