import type { BoundDeck } from '../../model/deck.ts'
import type { TieOut } from '../tie-out.ts'
import { reportRows } from './report-rows.ts'

const header = ['fact', 'printed', 'slide', 'source', 'rule', 'verdict', 'arithmetic', 'auditor', 'date', 'mark']

/** A cell that a spreadsheet takes as text, also where it begins like a formula. */
function cell(text: string): string {
  const plain = /^[=+@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** The tick list of an auditor as CSV: one row a finding, its figure as printed, its source, and empty columns for marks. */
export function tickList(deck: BoundDeck, result: TieOut): string {
  const texts = new Map(deck.slides.flatMap(({ uses }) => uses.map(({ key, text }): [string, string] => [key, text])))
  const rows = reportRows(deck, result).map(({ figures, use, slides, rule, verdict, arithmetic, message }) => {
    const [figure] = figures
    const sources = figure?.sources.map(({ title, at }) => (at === '' ? title : `${title}: ${at}`)) ?? []
    const printed = texts.get(use ?? '') ?? figure?.value ?? ''
    const known = [figure?.fact ?? '', printed, slides[0] ?? '', sources.join('; ')]
    return [...known, rule, verdict, arithmetic === '' ? message : arithmetic, '', '', '']
  })
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')
}
