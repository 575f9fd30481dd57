import type { TextRun } from '../../model/deck.ts'
import { type BlockEnvironment, runOf } from './block.ts'
import type { ResolvedColumn, ResolvedRow } from './resolved-table.ts'

interface Texts {
  readonly caption: string
  readonly headings: readonly ResolvedColumn[]
  readonly rows: readonly ResolvedRow[]
  readonly notes: readonly string[]
}

/** What the rules read of a table: its title, its headings, a line a row, its notes. */
export function textsOf({ caption, headings, rows, notes }: Texts, environment: BlockEnvironment): readonly TextRun[] {
  const headed = headings.filter(({ label }) => label !== '')
  const heading = headed.map(({ label, sub }) => (sub === undefined ? label : `${label} ${sub}`)).join(' ')
  const row = ({ label, cells }: ResolvedRow): string => [label, ...cells.map(({ text }) => text)].join(' ')
  return [
    ...(caption === '' ? [] : [runOf(environment, 'table', { text: caption, path: ['title'] })]),
    runOf(environment, 'table', { text: heading, path: ['columns'] }),
    ...rows.map((each, index) => runOf(environment, 'table', { text: row(each), path: ['rows', index] })),
    ...notes.map((text, index) => runOf(environment, 'footnote', { text, path: ['notes', index] })),
  ]
}
