import { groupBy } from '../../format/group-by.ts'
import { digitsOf, isSameFigure, scaledTo } from '../../format/numbers/figure-digits.ts'
import { formatUnit } from '../../format/units.ts'
import type { Figure } from '../../model/figure.ts'
import { compare } from '../../model/rational.ts'
import { fileDigest } from '../record/digest.ts'
import { type FinanceFile, type OpenedDeck, prepareImport } from './import.ts'

/** What became of the cells that figures of a deck were imported from. */
export interface WorkbookCheck {
  readonly text: string
  readonly agrees: boolean
}

interface KnownCell {
  readonly figure: Figure
  readonly document: string
  readonly at: string
}

/** Figures of a deck that were imported from a file, with the cell of each; those that were restated since among them. */
function importedFrom(name: string, { data }: OpenedDeck): readonly KnownCell[] {
  const all = data.figures.flatMap((figure) => [figure, ...(figure.earlier ?? [])])
  return all.flatMap((figure) =>
    figure.sources
      .filter(({ at, document }) => at.startsWith(`${name} `) && data.documents.get(document)?.workbooks?.has(name))
      .map(({ document, at }) => ({ figure, document, at })),
  )
}

/** The same value is the same figure, however many zeros the sheet shows behind it. */
const isSameNumber = (figure: Figure, stated: Figure): boolean => {
  const other = scaledTo(stated, figure.unit)
  const areEqual = figure.value !== null && other.value !== null && compare(figure.value, other.value) === 0
  return areEqual || isSameFigure(figure, stated)
}

const written = (figure: Figure): string => `${digitsOf(figure, '.')} ${formatUnit(figure.unit)}`

/** Says which cells of a file no longer hold what was imported from them. Throws an `ImportError` where it cannot be read. */
export async function checkWorkbook(deck: OpenedDeck, file: FinanceFile): Promise<WorkbookCheck> {
  const known = importedFrom(file.name, deck)
  if (known.length === 0) return { text: `no figure was imported from ${file.name}`, agrees: false }
  const { plan, diagnostics } = await prepareImport(deck, file)
  const now = groupBy(plan.figures, ({ figure }) => `${figure.metric}|${figure.period.label}|${figure.scenario}`)
  const lines = known.flatMap(({ figure, at }): readonly string[] => {
    const stated = now.get(`${figure.metric}|${figure.period.label}|${figure.scenario}`)?.[0]
    const name = `${figure.metric} ${figure.period.label}`
    if (!stated) return [`${at}: ${name} is ${written(figure)} in the deck, and the file has no such figure now`]
    const moved = stated.at === at ? '' : ` (now in ${stated.at})`
    if (isSameNumber(figure, stated.figure))
      return moved === '' ? [] : [`${at}: ${name}, ${written(figure)}, moved${moved}`]
    return [`${at}: ${name} is ${written(figure)} in the deck and ${written(stated.figure)} in the file${moved}`]
  })
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error')
  const digest = fileDigest(file.content)
  const isSame = known.every(({ document }) => deck.data.documents.get(document)?.workbooks?.get(file.name) === digest)
  return {
    text: [
      `${file.name} ${isSame ? 'is the file that was imported' : 'is another file than was imported'}: ${known.length - lines.length} of ${known.length} cells agree`,
      ...lines,
      ...mistakes.map(({ message, place }) => `${file.name} ${place.cell ?? ''}: ${message}`),
    ].join('\n'),
    agrees: lines.length === 0 && mistakes.length === 0,
  }
}
