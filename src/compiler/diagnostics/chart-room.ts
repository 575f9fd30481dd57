import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error, warning } from './create.ts'

/** Labels that a chart would cut short or leave out. */
export const chartLabelCut = (
  labels: readonly string[],
  about: { readonly type: string; readonly layout: string; readonly place: Place },
): Diagnostic => {
  const more = labels.length > 3 ? ` and ${labels.length - 3} more` : ''
  const named = labels.slice(0, 3).map((label) => JSON.stringify(label))
  return warning(
    'chart-label-cut',
    `unsupported length of ${named.join(', ')}${more}: a ${about.type} chart in layout "${about.layout}" has no room to print it whole`,
    'write a shorter label, show fewer periods or parts, or choose a layout with a larger chart.',
    about.place,
  )
}

/** What needs more height than its layout gives it, in pixels. */
interface TooHigh {
  readonly needed: number
  readonly height: number
  readonly layout: string
  readonly place: Place
}

/** A title or notes of a chart that move it down, or run into what stands below it. */
export const chartTitleTooLong = (about: TooHigh): Diagnostic =>
  warning(
    'chart-title-too-long',
    `unsupported length of the title and notes of a chart: they need ${Math.ceil(about.needed)} pixels more than its head, and layout "${about.layout}" ${about.height > 0 ? `gives them ${Math.floor(about.height)}` : 'has no room for them'}`,
    'write a shorter "title" in the chart block, and what it leaves out in the subtitle; for notes take a class of the layout, or a layout, that has room below the chart.',
    about.place,
  )

/** Values that a chart would leave out, although its block does not say which it prints. */
export const chartValuesLeftOut = (
  values: readonly string[],
  about: { readonly type: string; readonly layout: string; readonly place: Place },
): Diagnostic => {
  const more = values.length > 3 ? ` and ${values.length - 3} more` : ''
  return warning(
    'chart-values-left-out',
    `unsupported number of values: a ${about.type} chart in layout "${about.layout}" has no room to print ${values.slice(0, 3).join('; ')}${more}`,
    'show fewer periods or series, choose a layout with a larger chart, or say which values it prints: "labels: fitting" leaves out what has no room, "labels: ends" all but the first and last.',
    about.place,
  )
}

/** What a chart has room for, and the classes of its layout that give it more. */
interface TooMany {
  readonly type: string
  readonly limit: number
  readonly layout: string
  readonly roomier: readonly string[]
  readonly place: Place
}

/** As they are written: "class: tall" or "class: wide". */
const classesOf = ({ roomier }: TooMany): string => `"class: ${roomier.join('" or "class: ')}"`

/** More series than have room for their names even where each takes no more than it must: names are left out. */
export const chartTooSmall = (series: number, about: TooMany): Diagnostic => {
  const classes = about.roomier.length > 0 ? `write ${classesOf(about)}, or ` : ''
  return warning(
    'chart-too-small',
    `unsupported ${series} series: a ${about.type} chart in layout "${about.layout}" has room to name ${about.limit}`,
    `take fewer series, ${classes}choose a layout with a larger chart.`,
    about.place,
  )
}

/** Panels whose plots are so low that their marks cannot be compared. */
export const chartTooLow = (
  panels: number,
  { height, ...about }: Omit<TooMany, 'limit'> & { readonly height: number },
): Diagnostic => {
  const classes = about.roomier.length > 0 ? `, write ${classesOf({ ...about, limit: 0 })}` : ''
  return warning(
    'chart-too-small',
    `unsupported ${panels} panels: a ${about.type} chart in layout "${about.layout}" leaves the plot of each ${Math.max(0, Math.floor(height))} pixels of height`,
    `take fewer panels or shorter titles${classes}, or choose a layout with a larger chart.`,
    about.place,
  )
}

/** More bars than have room for their names, or than can be distinguished: nothing of them could be read. */
export const chartTooCrowded = (count: number, about: TooMany): Diagnostic => {
  const classes = about.roomier.length > 0 ? `, ${classesOf(about)}` : ''
  return error(
    'chart-too-crowded',
    `unsupported number of categories ${count}: a ${about.type} chart in layout "${about.layout}" has room for ${about.limit}`,
    `show fewer periods or items, take years for quarters, a line chart for a long time${classes}, or a layout with a larger chart.`,
    about.place,
  )
}

/** Cards, rows and columns that a class draws. */
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Points beside the bars of a chart, or groups and cells under its columns, that are more or fewer than these. */
export const unmatchedParts = (
  noun: 'point' | 'group' | 'cell',
  count: number,
  { bars, most = bars, place }: { readonly bars: number; readonly most?: number | undefined; readonly place: Place },
): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported ${counted(count, noun)} for ${counted(bars, 'bar')}: class "aligned" sets one to each`,
    bars > most
      ? `show at most ${counted(most, 'bar')}, as there is room for so many ${noun}s, or leave "aligned" out.`
      : `write ${counted(bars, noun)} in the order of the bars, or leave "aligned" out.`,
    place,
  )

/** A chart whose bars do not stand as what is written at them. */
export const otherWay = (type: string, way: 'upright' | 'sideways', place: Place): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported ${type} chart: class "aligned" sets ${way === 'upright' ? 'words under columns' : 'rows beside bars'}`,
    `take a ${way === 'upright' ? 'column' : 'bar'} chart, or leave "aligned" out.`,
    place,
  )

/** Columns that do not share the whole width, so that words do not stand under them. */
export const columnsAside = (hasRows: boolean, place: Place): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported ${hasRows ? 'rows of figures' : 'value axis'} beside columns with words under them: class "aligned" needs the whole width for the columns`,
    hasRows
      ? 'write them as a table under the chart, whose cells stand under the columns, or leave "aligned" out.'
      : 'print all values (take "labels" out), show fewer columns, or leave "aligned" out.',
    place,
  )

/** A bridge that begins with a step although a total of it takes from that: it would be drawn as a rise. */
export const missingStart = (first: string, total: string, place: Place): Diagnostic =>
  warning(
    'missing-chart-part',
    `missing "start" of a waterfall chart: ${first}, from which ${total} takes, is drawn as a rise`,
    `write "start: ${first}" for "figure: ${first}": the bridge then begins with its bar.`,
    place,
  )

/** Bars that are sorted by their values, beside rows that are not. */
export const sortedRows = (sort: string, order: readonly string[], place: Place): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported "sort: ${sort}": class "aligned" sets rows beside the bars, and these keep the order of the file`,
    `leave "sort" out, and write the items and their rows in the order wanted, now ${order.join(', ')}.`,
    place,
  )

export const missingRows = (layout: string, place: Place): Diagnostic =>
  error(
    'missing-part',
    `missing list by itself, which class "aligned" of layout "${layout}" sets beside the bars`,
    'write a list with a point for each bar and no other text, or leave "aligned" out.',
    place,
  )

export const missingLinks = (links: number, place: Place): Diagnostic =>
  error(
    'missing-part',
    `missing links of a chain: ${counted(links, 'heading')} of this slide begin${links === 1 ? 's' : ''} with a step`,
    'begin at least two headings with the step that they are, in italics ("## *Build* Name"), or leave "chain" out.',
    place,
  )

export const unsupportedStep = (place: Place): Diagnostic =>
  error(
    'unsupported-part',
    'unsupported italics behind the beginning of a heading: class "chain" takes a step there for none of its links',
    'begin the heading with its step, or write it without italics: it then serves along the chain.',
    place,
  )

/** Words that are drawn, such as a step in its link, and are higher than what they are drawn in. */
export const drawnTooHigh = (
  what: 'step' | 'name',
  { needed, height, place }: { readonly needed: number; readonly height: number; readonly place: Place },
): Diagnostic =>
  warning(
    'text-too-tall',
    `unsupported height of a ${what}: it needs ${Math.ceil(needed)} pixels, and its ${what === 'step' ? 'link' : 'block'} gives it ${Math.floor(height)}`,
    `shorten the ${what}${what === 'name' ? ' and what stands at its right' : ''}, or leave the class out that draws it.`,
    place,
  )

/** A number in the free corner of columns that is wider than the first of them. */
export const wideNumber = (needed: number, width: number, place: Place): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported width of what is bold: it needs ${Math.ceil(needed)} pixels, and its column gives it ${Math.floor(width)}`,
    'write the number alone in bold and its words behind it, take a larger unit, or fewer columns.',
    place,
  )

/** A figure of a tile: it would be broken, or stand on its neighbour. */
export const tileTooWide = (
  figure: string,
  about: { readonly needed: number; readonly width: number; readonly place: Place; readonly isOfWords: boolean },
): Diagnostic =>
  warning(
    'figure-too-wide',
    `unsupported width of "${figure}": its digits need ${Math.ceil(about.needed)} pixels, and its tile has ${Math.floor(about.width)}`,
    about.isOfWords
      ? 'its words take that room: print it without its unit where the name of the tile says it ("unit: false"), with a shorter one ("as"), or take tiles out.'
      : 'print it with fewer digits ("as" with a larger unit, "decimals"), or take tiles out.',
    about.place,
  )

/** A figure with its name, change and note that is higher than the row that it has beside the others. */
export const tileTooHigh = (about: TooHigh): Diagnostic =>
  warning(
    'text-too-tall',
    `unsupported height of a tile: it needs ${Math.ceil(about.needed)} pixels, and layout "${about.layout}" gives it ${Math.max(0, Math.floor(about.height))}`,
    'shorten its note, print its figure with fewer digits, take tiles out, or the words under them.',
    about.place,
  )

/** A figure is never broken: in a column that is narrower it would stand on its neighbour. */
export const figureTooWide = (
  figure: string,
  { width, place, isOfWords }: { readonly width: number; readonly place: Place; readonly isOfWords: boolean },
): Diagnostic =>
  warning(
    'figure-too-wide',
    `unsupported width of "${figure}": its digits need more than the ${Math.ceil(width)} pixels of their column`,
    isOfWords
      ? 'its words take that room: print it without its unit and write that behind it (unit=false), with a shorter one (as=), or leave the class out that sets it large.'
      : 'print it with fewer digits (as= with a larger unit, decimals=), take a group out, or leave the class out that sets it large.',
    place,
  )

/** A figure in a column beside a bar: the next one stands there. */
export const columnTooWide = (figure: string, width: number, place: Place): Diagnostic =>
  warning(
    'figure-too-wide',
    `unsupported width of "${figure}": it needs more than the ${Math.floor(width)} pixels of its column beside the bar`,
    'print it without its unit (unit=false), which the head of the column or the chart says, with fewer digits (decimals=), or take a column out.',
    place,
  )
