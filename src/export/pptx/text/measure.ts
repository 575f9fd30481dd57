import type { Insets, Paragraph, TextItem, TextRun } from '../items.ts'
import { officeTypesetter, softHyphen } from './letters.ts'

/** Height of a line of a theme's text, in sizes. */
export const usualLine = 1.35

/** What programs set wider than the table says: they round letters to their grid. */
const slack = 1.015

const isBold = ({ bold, runs }: Paragraph): boolean => {
  const words = runs.filter(({ text }) => text.trim() !== '')
  return bold === true || (words.length > 0 && words.every((run) => run.bold))
}

/** The one size at which a paragraph's words are as wide as its runs are in theirs; and the largest, which decides how high it is. */
function sizesOf(paragraph: Paragraph): { readonly across: number; readonly down: number } {
  const { runs, size } = paragraph
  const weight = (bold: boolean): 400 | 600 => (bold ? 600 : 400)
  const whole = officeTypesetter.width(wordsOf(paragraph), 1, weight(isBold(paragraph)))
  const widths = runs.map((run) => {
    const own = run.raised ? size * 0.66 : (run.size ?? size)
    return officeTypesetter.width(run.text, own, weight(run.bold ?? paragraph.bold === true))
  })
  const across = whole === 0 ? size : widths.reduce((all, width) => all + width, 0) / whole
  return { across, down: Math.max(size, ...runs.map((run) => run.size ?? size)) }
}

export const wordsOf = ({ runs }: Paragraph): string => runs.map(({ text }) => text).join('')

/** How many lines a paragraph takes in a width; a word that is wider is broken somewhere. */
export function linesIn(paragraph: Paragraph, width: number): number {
  const { across } = sizesOf(paragraph)
  const room = Math.max(1, width - (paragraph.indent ?? 0)) / slack
  const style = { width: room, size: across, weight: isBold(paragraph) ? (600 as const) : (400 as const) }
  const lines = wordsOf(paragraph)
    .split('\n')
    .map((line) => {
      const whole = officeTypesetter.wrap(line, style)
      return whole?.length ?? Math.ceil(officeTypesetter.width(line, across, style.weight) / room) + 1
    })
  return lines.reduce((all, count) => all + Math.max(1, count), 0)
}

/** The parts of a paragraph between its hard breaks: each line is as high as the largest letters in it. */
function hardLines(paragraph: Paragraph): readonly Paragraph[] {
  if (!paragraph.runs.some(({ text }) => text.includes('\n'))) return [paragraph]
  const lines: TextRun[][] = [[]]
  for (const run of paragraph.runs)
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    }
  return lines.map((runs) => ({ ...paragraph, runs }))
}

const noBreak = '\u00a0'

/** Words that are wider than a line of their paragraph, as parts of it: 1 where none is. */
function widestWord(paragraph: Paragraph, runs: readonly TextRun[], width: number): number {
  const room = Math.max(1, width - (paragraph.indent ?? 0)) / slack
  const shares = runs.flatMap((run) => {
    const weight = (run.bold ?? paragraph.bold) ? (600 as const) : (400 as const)
    const own = { size: run.raised ? paragraph.size * 0.66 : (run.size ?? paragraph.size), weight }
    return run.text.split(/[^\S\u00a0]+/).map((word) => {
      const share = officeTypesetter.width(word.replaceAll(softHyphen, ''), own.size, weight) / room
      // Words without blanks may be broken, and others behind a hyphen; what a blank without break joins is no line of them.
      const isBroken = !word.includes(noBreak) && officeTypesetter.wrap(word, { width: room, ...own }) !== undefined
      return isBroken ? 1 : share
    })
  })
  return Math.max(1, ...shares)
}

/** A paragraph none of whose words is broken anywhere: a figure wider than its line breaks between its words, and is smaller where one alone is wider. */
export function withWholeWords(paragraph: Paragraph, width: number): Paragraph {
  const runs = paragraph.runs.map((run) =>
    run.text.includes(noBreak) && widestWord(paragraph, [run], width) > 1
      ? { ...run, text: run.text.replaceAll(noBreak, ' ') }
      : run,
  )
  const wider = widestWord(paragraph, runs, width)
  const loose = runs.some((run, index) => run !== paragraph.runs[index]) ? { ...paragraph, runs } : paragraph
  if (wider === 1) return loose
  const [smaller] = scaled([loose], Math.max(0.25, 1 / wider))
  return smaller ?? loose
}

/** The height of paragraphs in a width. */
export function heightOf(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce((all, each, index) => {
    const paragraph = withWholeWords(each, width)
    const before = index === 0 ? 0 : (paragraph.before ?? 0)
    const down = hardLines(paragraph).reduce((sum, line) => sum + linesIn(line, width) * sizesOf(line).down, 0)
    return all + before + down * (paragraph.line ?? usualLine)
  }, 0)
}

/** The width of paragraphs in one line each. */
export function widthOf(paragraphs: readonly Paragraph[]): number {
  const widths = paragraphs.map((paragraph) => {
    const { across } = sizesOf(paragraph)
    const weight = isBold(paragraph) ? 600 : 400
    const lines = wordsOf(paragraph).split('\n')
    return (
      (paragraph.indent ?? 0) + Math.max(...lines.map((line) => officeTypesetter.width(line, across, weight) * slack))
    )
  })
  return Math.max(0, ...widths)
}

/** Everything about the text, smaller or larger. */
export const scaled = (paragraphs: readonly Paragraph[], scale: number): readonly Paragraph[] =>
  scale === 1
    ? paragraphs
    : paragraphs.map((paragraph) => ({
        ...paragraph,
        size: paragraph.size * scale,
        ...(paragraph.indent !== undefined && { indent: paragraph.indent * scale }),
        ...(paragraph.before !== undefined && { before: paragraph.before * scale }),
        runs: paragraph.runs.map((run) => (run.size === undefined ? run : { ...run, size: run.size * scale })),
      }))

const steps = Array.from({ length: 25 }, (_, step) => 1 - step * 0.02) // down to 52 %

/** The largest scale at which something fits: 1 or less. */
export const fittingScale = (fits: (scale: number) => boolean): number => steps.find(fits) ?? 0.5

/** A word that is wider than its line, broken where it may be: with the hyphen that is then seen. */
function hyphenated(paragraph: Paragraph, width: number): Paragraph {
  if (!paragraph.runs.some(({ text }) => text.includes(softHyphen))) return paragraph
  const runs = paragraph.runs.map((run) => {
    const weight = run.bold ? 600 : 400
    const fits = (text: string): boolean =>
      officeTypesetter.width(text, run.size ?? paragraph.size, weight) * slack <= width
    const words = run.text.split(/(\s)/).map((word) => {
      const parts = word.split(softHyphen)
      const end = parts.findLastIndex((_, at) => at > 0 && fits(`${parts.slice(0, at).join('')}-`))
      return fits(word) || end < 1 ? word : `${parts.slice(0, end).join('')}-\n${parts.slice(end).join(softHyphen)}`
    })
    return { ...run, text: words.join('') }
  })
  return { ...paragraph, runs }
}

const noInset: Insets = [0, 0, 0, 0]

/** A text set so small that it stays in its box. */
export function fitted(item: TextItem): TextItem {
  const [top, right, bottom, left] = item.inset ?? noInset
  const { width, height } = item.frame
  const [across, down] = [width - left - right, height - top - bottom]
  const set = (scale: number): readonly Paragraph[] =>
    scaled(item.paragraphs, scale).map((each) => (item.unwrapped ? each : hyphenated(each, across)))
  const scale = fittingScale((one) => {
    const paragraphs = set(one)
    return heightOf(paragraphs, across) <= down + 1 && (item.unwrapped !== true || widthOf(paragraphs) <= across)
  })
  return withWords({ ...item, paragraphs: set(scale) })
}

/** A text whose words stay whole in its box. */
export function withWords(item: TextItem): TextItem {
  if (item.unwrapped) return item
  const [, right, , left] = item.inset ?? noInset
  const across = item.frame.width - left - right
  return { ...item, paragraphs: item.paragraphs.map((each) => withWholeWords(hyphenated(each, across), across)) }
}
