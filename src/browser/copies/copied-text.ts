import { defused, separatedText } from '../../format/cell-text.ts'
import { escapeHtml } from '../../format/html.ts'

/** A cell as it is printed, without letters of notes. */
export interface CopiedCell {
  readonly text: string
  readonly isHead: boolean
  /** The digits as a program writes them ("-190" of "(190)"), where the cell is that number and no more. */
  readonly value?: string
}

/** Figures as they are copied: with all that they need to be read elsewhere. */
export interface CopiedFigures {
  readonly title: string
  readonly unit: string // "" where each cell says its own
  /** One, or one for each panel of a chart. */
  readonly tables: readonly { readonly caption: string; readonly rows: readonly (readonly CopiedCell[])[] }[]
  /** What follows the figures: notes, their kinds, their sources. */
  readonly lines: readonly string[]
}

const nonEmpty = (lines: readonly string[]): readonly string[] => lines.filter((line) => line !== '')

const rowsOf = ({ title, unit, tables, lines }: CopiedFigures): readonly (readonly string[])[] => [
  ...nonEmpty([title, unit]).map((line) => [line]),
  ...tables.flatMap(({ caption, rows }) => [
    ...nonEmpty([caption]).map((line) => [line]),
    ...rows.map((cells) => cells.map(({ text }) => text)),
  ]),
  ...lines.map((line) => [line]),
]

const apart = (all: readonly CopiedFigures[]): readonly (readonly string[])[] =>
  all.flatMap((figures, index) => (index === 0 ? rowsOf(figures) : [[], ...rowsOf(figures)]))

/** For programs that take plain text into cells: cells end with tabs. */
export const tabText = (all: readonly CopiedFigures[]): string =>
  separatedText(apart(all), { cell: '\t', line: '\r\n' })

/** For a file. */
export const csvText = (all: readonly CopiedFigures[]): string => separatedText(apart(all))

const written = (text: string): string => escapeHtml(defused(text))

/**
 * A number is marked as such for programs, in attributes that Excel and LibreOffice read, since they take "11,740" for less than
 * twelve where a comma is the point; other text is marked as text, or "Mar 2009" would be a date.
 */
function cellHtml({ text, isHead, value }: CopiedCell): string {
  const name = isHead ? 'th' : 'td'
  const known =
    value === undefined
      ? /\d.*%/.test(text)
        ? ''
        : ` style="mso-number-format:'\\@'"`
      : ` align="right" x:num="${value}" sdval="${value}"`
  return `<${name}${known}>${written(text)}</${name}>`
}

function figuresHtml({ title, unit, tables, lines }: CopiedFigures): string {
  const head = nonEmpty([title === '' ? '' : `<b>${written(title)}</b>`, written(unit)])
  const body = tables.map(({ caption, rows }) => {
    const cells = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('')
    return `${caption === '' ? '' : `<p>${written(caption)}</p>`}<table border="1">${cells}</table>`
  })
  return [...head.map((line) => `<p>${line}</p>`), ...body, ...lines.map((line) => `<p>${written(line)}</p>`)].join('')
}

/** For programs that take tables: spreadsheets, slides, letters. */
export const tablesHtml = (all: readonly CopiedFigures[]): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>${all.map(figuresHtml).join('<br>')}</body></html>`

/** The digits of a printed number as programs write them; undefined where the text is more than that number, as "77.5%" is. */
export function plainNumber(text: string, value: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value) || !/^[(+\-−]?[\d.,'’\u00a0\u202f]+\)?$/.test(text)) return undefined
  const [printed, digits] = [text, value].map((number) => number.replace(/\D/g, ''))
  const isSame = printed?.startsWith(digits ?? '') && /^0*$/.test(printed.slice(digits?.length ?? 0))
  return isSame ? value : undefined
}
