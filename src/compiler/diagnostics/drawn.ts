import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error } from './create.ts'

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

/** A number in the free corner of columns that is wider than the first of them. */
export const wideNumber = (needed: number, width: number, place: Place): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported width of what is bold: it needs ${Math.ceil(needed)} pixels, and its column gives it ${Math.floor(width)}`,
    'write the number alone in bold and its words behind it, take a larger unit, or fewer columns.',
    place,
  )
