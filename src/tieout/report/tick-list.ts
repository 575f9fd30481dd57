import type { BoundDeck } from '../../model/deck.ts'
import type { TieOut } from '../tie-out.ts'
import { reportRows } from './report-rows.ts'
import type { CommittedStamp } from './stamp.ts'

/** The tick list of an auditor: a row for each finding, and what it was made of. */
export interface TickList {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Name and value of each part of the stamp. */
  readonly stamp: readonly (readonly [name: string, value: string])[]
}

const header = [
  'fact',
  'concept',
  'printed',
  'slide',
  'source',
  'rule',
  'verdict',
  'arithmetic',
  'auditor',
  'date',
  'mark',
]

/** One row a finding: its figure as printed, its source, and empty columns for the auditor's name, date and mark. */
export function tickList(deck: BoundDeck, result: TieOut, { engine, data, page, commit }: CommittedStamp): TickList {
  const texts = new Map(deck.slides.flatMap(({ uses }) => uses.map(({ key, text }): [string, string] => [key, text])))
  const rows = reportRows(deck, result).map(({ figures, use, slides, rule, verdict, arithmetic, message }) => {
    const [figure] = figures
    const sources = figure?.sources.map(({ title, at }) => (at === '' ? title : `${title}: ${at}`)) ?? []
    const printed = texts.get(use ?? '') ?? figure?.value ?? ''
    const known = [figure?.fact ?? '', figure?.concept ?? '', printed, slides[0] ?? '', sources.join('; ')]
    return [...known, rule, verdict, arithmetic === '' ? message : arithmetic, '', '', '']
  })
  const stamp = [
    ['engine', `quarterdeck ${engine}`],
    ['data, SHA-256', data],
    ['public page, SHA-256', page ?? ''],
    ['commit', commit ?? ''],
  ] as const
  return { header, rows, stamp }
}

/** Whether a spreadsheet would compute a text instead of showing it; "-1,043" and "-4.3%" are numbers. */
const isFormula = (text: string): boolean =>
  /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-[\d.,\s]*%?$/.test(text))

/** A cell that a spreadsheet takes as text, also where it begins like a formula. */
function cell(text: string): string {
  const plain = isFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** The tick list as CSV; the stamp stands below it, after an empty line. */
export const tickListCsv = ({ header, rows, stamp }: TickList): string =>
  [header, ...rows, [], ...stamp].map((row) => `${row.map(cell).join(',')}\n`).join('')
