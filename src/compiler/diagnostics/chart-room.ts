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
  { bars, place }: { readonly bars: number; readonly place: Place },
): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported ${counted(count, noun)} for ${counted(bars, 'bar')}: class "aligned" sets one to each`,
    `write ${counted(bars, noun)} in the order of the bars, or leave "aligned" out.`,
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
