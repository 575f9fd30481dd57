import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place, PlainTable } from '../../model/source-file.ts'
import { error, warning } from './create.ts'
import { missing, ofWholeChart } from './follow-ups.ts'

export const missingChartPart = (part: string, type: string, place: Place): Diagnostic =>
  error('missing-chart-part', `missing "${part}" of a ${type} chart`, `write "${part}: …" in the chart block.`, place)

export const unsupportedChartPart = (part: string, what: { type: string; hint: string; place: Place }): Diagnostic =>
  error('unsupported-chart-part', `unsupported "${part}" in a ${what.type} chart`, what.hint, what.place)

export const unsupportedChartUnit = (unit: string, what: { metric: string; own: string; place: Place }): Diagnostic =>
  error(
    'unsupported-chart-unit',
    `unsupported unit ${unit} for ${what.metric}, which is counted in ${what.own}`,
    'a chart has one unit: take the metric out, give it "as: line" in a column-line chart as "ratio", or change "unit".',
    what.place,
  )

export const unknownChartPeriod = (text: string, known: Iterable<string>, place: Place): Diagnostic =>
  error(
    'unknown-chart-period',
    `unknown period ${JSON.stringify(text)} in a chart`,
    `${didYouMean(text, known)}write "last 8 quarters", "1Q07..4Q08", a list, or FY, Q, Q-4 … of the reporting period.`,
    place,
  )

const missingDrawn = (what: string, shown: Iterable<string>, place: Place): Diagnostic =>
  ofWholeChart(
    error(
      'missing-category',
      `missing ${what} among those of the chart`,
      `the chart shows ${[...shown].join(', ')}.`,
      place,
    ),
  )

export const missingCategory = (text: string, labels: Iterable<string>, place: Place): Diagnostic =>
  missingDrawn(`period ${text}`, labels, place)

/** A series or line item that an arrow or an emphasis names, and nothing draws. */
export const missingSeries = (id: string, drawn: Iterable<string>, place: Place): Diagnostic =>
  missingDrawn(`series "${id}"`, drawn, place)

export const missingChartFigures = (metric: string, periods: string, place: Place): Diagnostic =>
  missing(
    'figure',
    undefined,
    error(
      'missing-chart-figures',
      `missing figures of ${metric} for ${periods}`,
      'add at least one of them to data/figures, or take the metric out of the chart.',
      place,
    ),
  )

export const invalidTotal = (what: {
  total: string
  printed: string
  sum: string
  period: string
  place: Place
}): Diagnostic =>
  missing(
    'figure',
    undefined,
    ofWholeChart(
      error(
        'invalid-chart-total',
        `invalid total ${what.total}: the parts add up to ${what.sum} in ${what.period}, the total is ${what.printed}`,
        'take as series all parts of the total and nothing else, or another metric as the total.',
        what.place,
      ),
    ),
  )

/** A whole and its own part side by side, where marks add up: the part would be counted twice. */
export const duplicatePart = (
  part: string,
  what: { whole: string; by: readonly string[]; type: string; place: Place },
): Diagnostic =>
  ofWholeChart(
    error(
      'duplicate-chart-part',
      `duplicate ${part}: the ${what.type} chart shows ${what.whole}, which holds it (${what.by.join(', ')} in data/metrics.yaml), as another part`,
      `parts of a whole hold nothing twice: take out ${what.whole} or ${part}; a whole is named by "${what.type === 'dots' ? 'of' : 'totals'}".`,
      what.place,
    ),
  )

export const invalidBridge = (what: { end: string; printed: string; sum: string; place: Place }): Diagnostic =>
  missing(
    'figure',
    undefined,
    ofWholeChart(
      error(
        'invalid-bridge',
        `invalid bridge: the steps lead to ${what.sum}, ${what.end} is ${what.printed}`,
        'a step is missing, counted twice or has the wrong sign (negate: true turns it round).',
        what.place,
      ),
    ),
  )

/** Wherever a share is asked for: sentences, definitions, tables, charts. */
export const unsupportedShare = (metric: string, unit: string, place: Place): Diagnostic =>
  error(
    'unsupported-share',
    `unsupported share of ${metric}, which is counted in ${unit}`,
    'an amount per share, user, month and the like is no part of a whole, nor a whole: print its change, or the ratio of two of them.',
    place,
  )

/** Wherever a number is printed. */
export const lostDigits = (text: string, what: { fact: string; value: string; place: Place }): Diagnostic =>
  error(
    'invalid-decimals',
    `invalid number "${text}": ${what.fact} is ${what.value}, and none of its digits is printed`,
    'give it more decimals ("decimals"), or a smaller unit ("unit" of a row or chart, "as" of a placeholder or tile).',
    what.place,
  )

export const ambiguousMetric = (part: string, choices: Iterable<string>, place: Place): Diagnostic =>
  error(
    'ambiguous-chart-metric',
    `ambiguous "${part}": the chart shows several metrics`,
    `name one: ${[...choices].join(', ')}.`,
    place,
  )

export const unsupportedNegative = (metric: string, what: { type: string; period: string; place: Place }): Diagnostic =>
  error(
    'unsupported-negative',
    `unsupported negative value of ${metric} in ${what.period}: a ${what.type} chart shows parts of a whole`,
    'use stacked-column, grouped-column, bar or waterfall, which show losses below zero.',
    what.place,
  )

export const duplicateChartTitle = (title: string, place: Place): Diagnostic =>
  warning(
    'duplicate-chart-title',
    `duplicate chart title ${JSON.stringify(title)} on one slide`,
    'say in the "title" of each chart what sets it apart from the other.',
    place,
  )

/** Table and tiles blocks. */
export const unknownTableColumn = (name: string, table: PlainTable, place: Place): Diagnostic =>
  error(
    'unknown-table-column',
    `unknown column "${name}" of table "${table.id}"`,
    `${didYouMean(name, table.columns)}columns are ${table.columns.join(', ')}.`,
    place,
  )

export const unknownTextColumn = (name: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'unknown-table-column',
    `unknown column "${name}" of text`,
    `${didYouMean(name, known)}write {text: ${name}, label: …} among the columns.`,
    place,
  )

export const missingBlock = (kind: string, place: Place): Diagnostic =>
  error(
    'missing-block-content',
    `missing content of the ${kind} block`,
    `say what the ${kind} shows, see docs/authoring.md.`,
    place,
  )

interface Room {
  readonly needed: number // pixels of a slide of 1920 × 1080
  readonly layout: string
  readonly roomier: readonly string[]
  readonly place: Place
}

const pixels = (length: number): string => String(Math.ceil(length))

const orClass = (roomier: readonly string[]): string =>
  roomier.length > 0 ? `, or write "class: ${roomier.join('" or "class: ')}"` : ''

/** Columns that do not fit side by side even where their words are in as many lines as they have words. */
export const tableTooWide = (
  table: string,
  about: Room & { readonly width: number; readonly narrower: readonly string[] },
): Diagnostic =>
  warning(
    'table-too-wide',
    `unsupported width of ${table}: it needs ${pixels(about.needed)} pixels, and layout "${about.layout}" gives it ${about.width}`,
    `${about.narrower.map((key) => `write "${key}", `).join('')}take columns out, shorten heads and title, or spread it over two slides${orClass(about.roomier)}.`,
    about.place,
  )

/** Rows that do not fit below each other, their words in the lines that they need. */
export const tableTooHigh = (rows: number, about: Room & { readonly height: number }): Diagnostic =>
  warning(
    'table-too-tall',
    `unsupported height of ${rows} rows: they need ${pixels(about.needed)} pixels, and layout "${about.layout}" gives them ${pixels(Math.max(0, about.height))}`,
    `take rows out, shorten labels and texts, or spread them over two slides${orClass(about.roomier)}.`,
    about.place,
  )

/** Text that runs out of its columns at the bottom, whatever the reader's font. */
export function textTooHigh(
  about: Room & {
    readonly height: number
    readonly columns?: number | undefined
    readonly without?: readonly string[]
  },
): Diagnostic {
  const { columns = 1, without = [] } = about
  const together = columns > 1 ? ` in ${columns} columns` : ''
  const given = about.height > 0 ? `gives it ${pixels(about.height)}${together}` : 'has no room for it here'
  const orWithout = without.length > 0 ? `, or leave class "${without.join('" or "')}" out` : ''
  return warning(
    'text-too-tall',
    `unsupported height of the text: it needs ${pixels(about.needed)} pixels, and layout "${about.layout}" ${given}`,
    `take points out, shorten them, or spread them over two slides${orClass(about.roomier)}${orWithout}.`,
    about.place,
  )
}

export const subtitleTooLong = (lines: number, ofTitle: number, place: Place): Diagnostic =>
  warning(
    'subtitle-too-long',
    `unsupported length of the subtitle: it takes ${lines} lines under a title of ${ofTitle}; together they have room for three`,
    'shorten it, or say in the text what it adds.',
    place,
  )

export const takeawayTooLong = (lines: number, layout: string, place: Place): Diagnostic =>
  warning(
    'takeaway-too-long',
    `unsupported length of the takeaway: it takes ${lines} lines, and layout "${layout}" gives it one`,
    'say one thing in it, or shorten it.',
    place,
  )

export const textOverChart = (place: Place): Diagnostic =>
  warning(
    'text-over-chart',
    'unsupported place of the text: its class puts it in the lower right of the chart, where marks of the chart stand',
    'leave the class out, say less, or take a chart that has room there.',
    place,
  )

/** A word that would be broken anywhere, as no line has room for it. */
export const wordTooWide = (
  word: string,
  about: { readonly needed: number; readonly width: number; readonly isFigure: boolean; readonly place: Place },
): Diagnostic =>
  warning(
    'word-too-wide',
    `unsupported width of "${word}": it needs ${pixels(about.needed)} pixels, and a line there has ${Math.floor(about.width)}`,
    `${about.isFigure ? 'print it without its unit (unit=false), which the words around it then say, or with fewer digits (as= with a larger unit, decimals=)' : 'write a shorter word, or one with a hyphen where a line may end'}, take groups out, or leave the class out that sets them large or narrow.`,
    about.place,
  )

/** A title that runs into what stands below it. */
export const titleTooLong = (lines: number, most: number, layout: string, place: Place): Diagnostic =>
  warning(
    'title-too-long',
    `unsupported length of the title: it takes ${lines} lines, and layout "${layout}" has room for ${most}`,
    `say the message in ${most} lines, and what is shown, unit and period in the subtitle.`,
    place,
  )

/** More rows than fit even where each takes one line: the last ones are cut off. */
export const tableTooTall = (
  rows: number,
  about: {
    readonly limit: number
    readonly layout: string
    readonly roomier: readonly string[]
    readonly place: Place
  },
): Diagnostic => {
  return warning(
    'table-too-tall',
    `unsupported ${rows} rows: a slide of layout "${about.layout}" holds at most ${about.limit}`,
    `spread them over two slides${orClass(about.roomier)}.`,
    about.place,
  )
}
