import type { Place } from '../model/source-file.ts'
import { clausesOf } from './reading/clause.ts'
import { cellNumbers, type TextTable } from './reading/table-statements.ts'
import { placeIn, type TextDocument } from './reading/text-document.ts'
import type { TextCheck } from './text-model.ts'
import type { Lexicon } from './words/lexicon.ts'

/** What the data of a deck say of a number: the same, something else, or nothing. */
export type DataVerdict = 'matched' | 'contradicted' | 'unknown'

/** A number of a text, in order of place. */
export interface TextNumber {
  readonly place: Place
  readonly text: string
  /** Whether any check compared it with anything. */
  readonly isChecked: boolean
  /** Against the data of the deck; undefined where there are none. */
  readonly data: { readonly verdict: DataVerdict; readonly arithmetic: string } | undefined
}

interface Audited {
  readonly path: string
  readonly document: TextDocument
  readonly tables: readonly TextTable[]
  readonly checks: readonly TextCheck[]
  readonly lexicon: Lexicon
  /** Whether the deck's data were asked. */
  readonly hasData: boolean
}

const keyOf = ({ line, column }: Pick<Place, 'line' | 'column'>): string => `${line}:${column}`

/** What the check of data came to at each place; a contradiction outweighs. */
function dataVerdicts(checks: readonly TextCheck[]): ReadonlyMap<string, NonNullable<TextNumber['data']>> {
  const ofData = checks.filter(({ code }) => code === 'text-data')
  const ordered = [...ofData].sort((a, b) => Number(a.verdict === 'failed') - Number(b.verdict === 'failed'))
  return new Map(
    ordered.map(({ place, verdict, arithmetic }) => [
      keyOf(place),
      { verdict: verdict === 'ticked' ? 'matched' : 'contradicted', arithmetic },
    ]),
  )
}

/** Every number that was read, whether it was understood or not. */
export function textNumbers({ path, document, tables, checks, lexicon, hasData }: Audited): readonly TextNumber[] {
  const inItems = document.items.flatMap((item) =>
    clausesOf(item, lexicon).map(({ number }) => ({ number, ...placeIn(item, number.start) })),
  )
  const inCells = tables.flatMap(({ grid }) =>
    grid.rows
      .flat()
      .flatMap((cell) =>
        cellNumbers(cell, lexicon).map((number) => ({ number, line: cell.line, column: cell.column + number.start })),
      ),
  )
  const itemLines = new Set(document.items.flatMap(({ segments }) => segments.map(({ line }) => line)))
  const inHeadings = document.headings
    .filter(({ line }) => !itemLines.has(line))
    .flatMap((heading) =>
      clausesOf(heading, lexicon).map(({ number }) => ({
        number,
        line: heading.line,
        column: heading.column + number.start,
      })),
    )
  const checked = new Set(checks.flatMap(({ parts }) => parts.map(({ place }) => keyOf(place))))
  const verdicts = dataVerdicts(checks)
  return [...inItems, ...inHeadings, ...inCells]
    .map(({ number, line, column }): TextNumber => {
      const place = { path, line, column, length: number.text.length }
      const data = hasData ? (verdicts.get(keyOf(place)) ?? { verdict: 'unknown' as const, arithmetic: '' }) : undefined
      return { place, text: number.text.replace(/\s+/g, ' '), isChecked: checked.has(keyOf(place)), data }
    })
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
}
