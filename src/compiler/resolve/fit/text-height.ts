import { linesIn, tabular, wideWord } from '../../../charts/layout/letters.ts'
import { isLongFigure, keptTogether, keptWithDigits } from '../../../format/slides/digits.ts'
import { type Block, type Inline, plainText, textsIn } from '../../../model/content.ts'

/** Multiples of the size of the text, as the theme has them. */
export const look = {
  line: 1.35,
  heading: 1.25,
  block: 0.6,
  second: 0.85, // of lists in lists, but no less than `least` pixels
  least: 24,
  above: 0.3,
  between: 0.25,
  indent: 1.1,
  under: 0.45,
  group: 1.38,
}

/** A column of text: its size of type, and what stands between lines and points, in sizes. */
export interface Column {
  readonly width: number
  readonly size: number
  /** Between the points of a list, and from line to line, in sizes. */
  readonly between: number
  readonly line: number
  /** The height that a picture among words takes at most; nothing where it has a place of its own. */
  readonly picture?: number | undefined
  /** Between paragraphs, in sizes. */
  readonly apart?: number | undefined
  /** Whether the unit of a figure may stand in a line of its own. */
  readonly breaks?: boolean | undefined
  /** Takes the words that are wider than their line. */
  readonly wide?: WideWord[] | undefined
}

/** A word that has no room in its line, which would break it anywhere. */
export interface WideWord {
  readonly word: string
  readonly needed: number
  readonly width: number
}

/** What the estimate of a word's width may be off by. */
const slack = 1.02

/** Keeps the first word of a text that is wider than its lines. */
export function noteWide(
  text: string,
  { width, size, wide }: Pick<Column, 'width' | 'size' | 'wide'>,
  weight: Weight = 400,
): void {
  const found = wide && wideWord(text, { width: width * slack, size, weight })
  if (found) wide.push({ ...found, width })
}

/** The words of some runs, as lines end between them: a figure is one with its unit, unless it is long; those of headings are looked at by themselves. */
const unbroken = (runs: readonly Inline[], isHeading: boolean, breaks = false): string =>
  runs
    .filter(isSet)
    .map((run) => {
      if (run.kind !== 'figure') return plainText([run])
      if (isHeading) return isLongFigure(run.text) ? run.text : ' '
      return breaks ? keptWithDigits(run.text) : keptTogether(run.text)
    })
    .join('')

/** Whether blocks have words; those beside a picture that describe it are not set. */
export const hasWords = (blocks: readonly Block[]): boolean =>
  textsIn(blocks).some(({ runs }) => plainText(runs.filter(isSet)).trim() !== '')
const isSet = ({ kind }: Inline): boolean => kind !== 'picture'

/** A text as wide as it is set: digits of periods, and of figures in headings of groups, are tabular; a picture has no width. */
export const setText = (runs: readonly Inline[], weight: Weight = 400, isHeading = false): string =>
  runs
    .filter(isSet)
    .map((run) => {
      const text = plainText([run])
      return run.kind === 'period' || (run.kind === 'figure' && isHeading) ? tabular(text, weight) : text
    })
    .join('')

/** Lines that a paragraph takes; a line break of the author's ends one. */
export function linesOf(
  runs: readonly Inline[],
  { width, size, wide, breaks }: Pick<Column, 'width' | 'size' | 'wide' | 'breaks'>,
  weight: Weight = 400,
): number {
  if (wide) noteWide(unbroken(runs, weight === 600, breaks), { width, size, wide }, weight)
  const ends = runs.flatMap((run, index) => (run.kind === 'break' && run.hard ? [index] : []))
  const lines = [-1, ...ends].map((from, index) => setText(runs.slice(from + 1, ends[index]), weight, weight === 600))
  return lines.reduce((all, text) => all + linesIn(text, { width, size, weight }), 0)
}

type Weight = 400 | 600

/** The height of some blocks in a column, in pixels of a slide of 1920 × 1080; visuals are not counted. */
export function heightOf(blocks: readonly Block[], column: Column): number {
  const { size } = column
  const heights = blocks.flatMap((block): readonly number[] => {
    switch (block.kind) {
      case 'paragraph':
        return [heightOfParagraph(block.runs, column)]
      case 'code':
        return [linesOf(block.runs, column) * size * column.line]
      case 'heading':
        return [linesOf(block.runs, column, 600) * size * look.heading]
      case 'list': {
        const inner = { ...column, width: column.width - look.indent * size }
        const items = block.items.reduce((all, item) => all + heightOfItem(item.blocks, inner), 0)
        return [items + (block.items.length - 1) * column.between * size]
      }
      case 'quote':
        return [heightOf(block.blocks, column)]
      case 'grid':
        return [(block.rows.length + 1) * size * column.line]
      default:
        return []
    }
  })
  return (
    heights.reduce((all, height) => all + height, 0) +
    Math.max(0, heights.length - 1) * (column.apart ?? look.block) * size
  )
}

/** A picture by itself is taken for square, as nothing here reads it: no higher than its column is wide. */
function heightOfParagraph(runs: readonly Inline[], column: Column): number {
  const isPicture = runs.some(({ kind }) => kind === 'picture') && setText(runs).trim() === ''
  if (isPicture && column.picture !== undefined) return Math.min(column.picture, column.width)
  return linesOf(runs, column) * column.size * column.line
}

/** Of lists in a list the text is smaller, and stands closer. */
function heightOfItem(blocks: readonly Block[], column: Column): number {
  const size = Math.max(look.least, column.size * look.second)
  const second = { ...column, size, between: look.between }
  return blocks.reduce(
    (all, block) =>
      all + (block.kind === 'list' ? look.above * size + heightOf([block], second) : heightOf([block], column)),
    0,
  )
}
