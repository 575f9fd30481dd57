import type { Erratum } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { duplicateColumn, missingCell, missingColumn, unexpectedCell, unknownColumn } from '../diagnostics/data.ts'
import { type Cell, readGrids } from './csv.ts'

const columns = ['slide', 'fact', 'printed', 'right', 'ground'] as const
type Column = (typeof columns)[number]

const isColumn = (text: string): text is Column => columns.some((column) => column === text)

function headerDiagnostics(header: readonly Cell[]): readonly Diagnostic[] {
  const names = header.map(({ text }) => text)
  const first = header[0]?.place
  const wrong = header.flatMap(({ text, place }, index) => {
    if (!isColumn(text)) return [unknownColumn(text, { place, known: columns })]
    return names.indexOf(text) < index ? [duplicateColumn(text, place)] : []
  })
  if (wrong.length > 0) return wrong
  return [
    ...columns
      .filter((column) => first && !names.includes(column))
      .map((column) => missingColumn(column, first ?? nowhere)),
  ]
}

const nowhere = { path: 'data/errata.csv', line: 1, column: 1 }

function erratumOf(row: readonly Cell[], names: readonly string[]): { erratum?: Erratum; diagnostics: Diagnostic[] } {
  const place = row.find(({ text }) => text !== '')?.place ?? nowhere
  const textOf = (column: Column): string => row[names.indexOf(column)]?.text ?? ''
  const diagnostics = (['slide', 'printed', 'right', 'ground'] as const)
    .filter((column) => textOf(column) === '')
    .map((column) => missingCell(column, row[names.indexOf(column)]?.place ?? place))
  const extra = row.slice(names.length).find(({ text }) => text !== '')
  if (extra) diagnostics.push(unexpectedCell(extra.text, extra.place))
  if (diagnostics.length > 0) return { diagnostics }
  const [slide, fact, printed] = [textOf('slide'), textOf('fact'), textOf('printed')]
  const erratum = { slide, printed, right: textOf('right'), ground: textOf('ground'), place }
  return { erratum: fact === '' ? erratum : { ...erratum, fact }, diagnostics }
}

export interface ErrataReading {
  readonly errata: readonly Erratum[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads data/errata.csv: where the source was wrong, what is right, and on what ground. */
export function parseErrata(file: SourceFile): ErrataReading {
  const { grids, diagnostics } = readGrids(file)
  const [header = [], ...body] = grids[0]?.rows ?? []
  const wrong = headerDiagnostics(header)
  if (wrong.length > 0) return { errata: [], diagnostics: [...diagnostics, ...wrong] }
  const names = header.map(({ text }) => text)
  const readings = body.map((row) => erratumOf(row, names))
  return {
    errata: readings.flatMap(({ erratum }) => (erratum ? [erratum] : [])),
    diagnostics: [...diagnostics, ...readings.flatMap((reading) => reading.diagnostics)],
  }
}
