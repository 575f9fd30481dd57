import { linesIn, estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import { type DigitsLength, displayParts, isLongFigure, lengthOf } from '../../../format/slides/digits.ts'
import { type Group, type Inline, plainText } from '../../../model/content.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { figureTooWide } from '../../diagnostics/chart-room.ts'
import type { TextBox } from '../../parse/templates/layout-contract.ts'
import { type Column, noteWide } from './text-height.ts'

/** The sizes of a figure that leads a heading, by how long the longest of the slide is. */
export type FigureSizes = NonNullable<NonNullable<TextBox['groups']>['figure']>

interface Leading {
  readonly digits: number
  readonly unit: number
  readonly size: number
  readonly rest: readonly Inline[]
}

const unitSize = (size: number): number => Math.max(0.34 * size, 28)

/** What leads a heading: its first figure, or what is bold at its beginning. */
const textOfLead = ([first]: readonly Inline[]): string | undefined =>
  first && (first.kind === 'figure' || first.strong === true) ? plainText([first]) : undefined

/** The size of the figures that lead some headings: one for all. */
export function figureSize(headings: readonly (readonly Inline[])[], sizes: FigureSizes): number {
  const length: DigitsLength = lengthOf(headings.flatMap((runs) => textOfLead(runs) ?? []))
  return sizes[length]
}

function leadingOf(runs: readonly Inline[], size: number): Leading | undefined {
  const lead = textOfLead(runs)
  const parts = lead === undefined ? undefined : displayParts(lead)
  if (!parts) return undefined
  const words = (text: string): number => (text === '' ? 0 : typesetter.width(text, unitSize(size), 600))
  const digits = typesetter.width(parts.sign + parts.digits, size, 600) * 0.97 // set tight
  return { digits: digits + words(parts.before), unit: words(parts.after), size, rest: runs.slice(1) }
}

/** How many groups stand side by side. */
export const abreastOf = (count: number, { groups }: TextBox): number =>
  groups === undefined || groups.arrange === 'beside'
    ? count
    : (groups.columns?.[Math.min(count, groups.columns.length) - 1] ?? 1)

/** What stands between a row's heading and its words. */
const besideLabel = 48

/** From this size on the unit of a figure in a heading is small and may stand under it, in pixels. */
const display = 48

/** How wide the heading of each group may be. */
function headingWidth(count: number, box: TextBox): number {
  const { arrange = 'beside', gap = 0, padding: [across] = [0, 0], side } = box.groups ?? {}
  if (arrange === 'rows') return side === undefined ? box.width - across : side - besideLabel
  const abreast = Math.max(1, abreastOf(count, box))
  return (box.width - gap * (abreast - 1)) / abreast - across
}

/** Headings with a figure that is wider than their column: its digits are never broken, nor is it from its unit where it does not lead. */
export function tooWideFigures(headed: readonly Group[], box: TextBox): readonly Diagnostic[] {
  const { groups } = box
  if (!groups || groups.arrange === 'steps' || groups.names || headed.length === 0) return []
  const width = headingWidth(headed.length, box)
  const headings = headed.map(({ heading }) => heading.runs)
  const size = groups.figure && figureSize(headings, groups.figure)
  return headed.flatMap(({ heading: { runs, place } }) => {
    const found = (text: string, at: number): Diagnostic => {
      const isOfWords = typesetter.width(displayParts(text)?.digits ?? text, at, 600) <= width
      return figureTooWide(text, { width, place, isOfWords })
    }
    if (size !== undefined) return isTooWide(runs, size, width) ? [found(textOfLead(runs) ?? '', size)] : []
    const plain = groups.heading ?? box.size
    const isWide = (run: Inline): boolean =>
      plain >= display ? isTooWide([run], plain, width) : unbroken(plainText([run]), plain) > width * 1.01
    const wide = runs.find((run) => run.kind === 'figure' && isWide(run))
    return wide ? [found(plainText([wide]), plain)] : []
  })
}

/** The width of what of a figure has to stand in one line: all of it or, of a long one, its longest word. */
const unbroken = (text: string, size: number): number =>
  Math.max(...(isLongFigure(text) ? text.split(' ') : [text]).map((part) => typesetter.width(part, size, 600)))

/** Whether the digits that lead a heading are wider than its column: they are never broken. */
const isTooWide = (runs: readonly Inline[], size: number, width: number): boolean =>
  (leadingOf(runs, size)?.digits ?? 0) > width * 1.01

/**
 * The height of a heading that a figure leads; undefined where none does. Words that have no room beside it stand under it, and so
 * does its unit, in a line as high as the figure where that is a block of its own.
 */
export function heightOfDisplay(
  runs: readonly Inline[],
  {
    figure,
    size,
    width,
    line,
    isBlock = false,
    wide,
  }: Pick<Column, 'wide'> & {
    readonly figure: number
    readonly size: number
    readonly width: number
    readonly line: number
    readonly isBlock?: boolean
  },
): number | undefined {
  const lead = leadingOf(runs, figure)
  if (!lead) return undefined
  const rest = plainText(lead.rest).trim()
  const first = lead.digits + lead.unit
  const under = first <= width ? 0 : isBlock ? figure : unitSize(figure) * line
  noteWide(rest, { width, size, wide }, 600)
  const isBeside = first + typesetter.width(` ${rest}`, size, 600) <= width
  const words = rest === '' || isBeside ? 0 : linesIn(rest, { width, size, weight: 600 }) * size * line
  return figure + under + words
}
