import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { missing } from './follow-ups.ts'

interface Message {
  readonly message: string
  readonly hint: string
  readonly severity?: Diagnostic['severity']
}

function diagnostic(code: string, place: Place, { message, hint, severity = 'error' }: Message): Diagnostic {
  return { code, severity, message, hint, place }
}

const startOf = (path: string): Place => ({ path, line: 1, column: 1 })

export const missingSlides = (): Diagnostic =>
  missing(
    'slide',
    undefined,
    diagnostic('missing-slides', startOf('slides'), {
      message: 'missing slides: the folder slides/ holds none',
      hint: 'write the first as slides/010-cover.md.',
    }),
  )

export const invalidSlideName = (path: string): Diagnostic =>
  diagnostic('invalid-slide-name', startOf(path), {
    message: `invalid slide name "${path.slice(path.lastIndexOf('/') + 1)}"`,
    hint: 'name it with a number for the order and an id, in lower case with dashes: slides/160-revenues.md.',
  })

export const duplicateSlide = (id: string, path: string, first: string): Diagnostic =>
  diagnostic('duplicate-slide', startOf(path), {
    message: `duplicate slide "${id}", also in ${first}`,
    hint: 'the id is the address of the slide; name one of the two files differently.',
  })

export const ambiguousOrder = (number: string, path: string, first: string): Diagnostic =>
  diagnostic('ambiguous-order', startOf(path), {
    message: `ambiguous order: number ${number} is also that of ${first}`,
    hint: 'give one of the two files another number.',
  })

export const missingFrontMatter = (path: string): Diagnostic =>
  diagnostic('missing-front-matter', startOf(path), {
    message: 'missing front matter',
    hint: 'begin the file with a line "---", then "layout: points" and "title: …", then a line "---".',
  })

export const unclosedComment = (place: Place): Diagnostic =>
  diagnostic('missing-comment-end', place, {
    message: 'missing end of the comment "<!--"',
    hint: 'close it with "-->".',
  })

export const unclosedBlock = (kind: string, place: Place): Diagnostic =>
  diagnostic('missing-block-end', place, {
    message: `missing end of the ${kind} block`,
    hint: 'close it with a line of as many backticks as it began with.',
  })

export const unsupportedBlock = (kind: string, known: readonly string[], place: Place): Diagnostic =>
  diagnostic('unsupported-block', place, {
    message: `unsupported block "${kind}"`,
    hint: `${didYouMean(kind, known)}blocks are ${known.join(', ')}.`,
  })

export const unsupportedVisualInNotes = (kind: string, place: Place): Diagnostic =>
  diagnostic('unsupported-visual', place, {
    message: `unsupported ${kind} block in the notes`,
    hint: 'notes are text; put it above the line "Note:".',
  })

export const unsupportedCharacter = (code: number, place: Place): Diagnostic =>
  diagnostic('unsupported-character', place, {
    message: `unsupported character U+${code.toString(16).toUpperCase()} of the private use area`,
    hint: 'no font of the deck has it; write the character that is meant.',
  })

export const unsupportedHtml = (tag: string, place: Place): Diagnostic =>
  diagnostic('unsupported-html', place, {
    message: `unsupported HTML "${tag}" in Markdown`,
    hint: 'write Markdown (**bold**, - lists, tables); structure belongs into a layout of templates/.',
  })

export const unsupportedHeading = (place: Place): Diagnostic =>
  diagnostic('unsupported-heading', place, {
    message: 'unsupported heading "#" in the body',
    hint: 'the headline is "title" in the front matter; "## " starts a group.',
  })

export const unsupportedLink = (address: string, place: Place): Diagnostic =>
  diagnostic('unsupported-link', place, {
    message: `unsupported address "${address}" of a link or picture`,
    hint: 'links lead to https://, mailto:, tel: or #/slide-id; pictures are files of public/, written without a leading slash.',
  })

export const unknownSlideLink = (id: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'slide',
    id,
    diagnostic('unknown-slide', place, {
      message: `unknown slide "${id}" in a link`,
      hint: `${didYouMean(id, known)}a slide's id is its file name without the number.`,
    }),
  )

export const unknownLayout = (name: string, known: readonly string[], place: Place): Diagnostic =>
  missing(
    'layout',
    name,
    diagnostic('unknown-layout', place, {
      message: `unknown layout "${name}"`,
      hint: `${didYouMean(name, known)}layouts are ${[...known].sort().join(', ')}.`,
    }),
  )

export const unknownSection = (name: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'section',
    name,
    diagnostic('unknown-section', place, {
      message: `unknown section "${name}"`,
      hint: `${didYouMean(name, known)}a section is opened by a slide of layout section with "section: ${name}".`,
    }),
  )

export const duplicateSection = (name: string, first: string, place: Place): Diagnostic =>
  diagnostic('duplicate-section', place, {
    message: `duplicate section "${name}", opened before in ${first}`,
    hint: 'give the section of this slide another id.',
  })

export const missingPart = (part: string, layout: string, place: Place): Diagnostic =>
  diagnostic('missing-part', place, {
    message: `missing ${part}, which layout "${layout}" needs`,
    hint: 'add it, or choose another layout.',
  })

export const unsupportedPart = (part: string, layout: string, allowed: string, place: Place): Diagnostic =>
  diagnostic('unsupported-part', place, {
    message: `unsupported ${part}: layout "${layout}" takes ${allowed}`,
    hint: 'take it out, or choose another layout.',
  })

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
  const classes = about.roomier.length > 0 ? `, or write "class: ${about.roomier.join('" or "class: ')}"` : ''
  return diagnostic('table-too-tall', about.place, {
    message: `unsupported ${rows} rows: a slide of layout "${about.layout}" holds at most ${about.limit}`,
    hint: `spread them over two slides${classes}.`,
    severity: 'warning',
  })
}

/** More series than have room for their names even where each takes no more than it must: names are left out. */
export const chartTooSmall = (
  series: number,
  about: {
    readonly type: string
    readonly limit: number
    readonly layout: string
    readonly roomier: readonly string[]
    readonly place: Place
  },
): Diagnostic => {
  const classes = about.roomier.length > 0 ? `write "class: ${about.roomier.join('" or "class: ')}", or ` : ''
  return diagnostic('chart-too-small', about.place, {
    message: `unsupported ${series} series: a ${about.type} chart in layout "${about.layout}" has room to name ${about.limit}`,
    hint: `take fewer series, ${classes}choose a layout with a larger chart.`,
    severity: 'warning',
  })
}

export const unknownLayoutField = (name: string, known: readonly string[], layout: string, place: Place): Diagnostic =>
  diagnostic('unknown-layout-field', place, {
    message: `unknown field "${name}" of layout "${layout}"`,
    hint: `${didYouMean(name, known)}${known.length > 0 ? `fields are ${known.join(', ')}` : 'it has no fields'}.`,
  })

export const missingLayoutContract = (name: string, path: string): Diagnostic =>
  missing(
    'file',
    `templates/layouts/${name}.yaml`,
    diagnostic('missing-layout-contract', startOf(path), {
      message: `missing contract of layout "${name}"`,
      hint: `write what it needs into templates/layouts/${name}.yaml, e.g. "needs: {title: true}".`,
    }),
  )

export const missingLayoutTemplate = (name: string, path: string): Diagnostic =>
  missing(
    'file',
    `templates/layouts/${name}.hbs`,
    diagnostic('missing-layout-template', startOf(path), {
      message: `missing template of layout "${name}"`,
      hint: `write templates/layouts/${name}.hbs.`,
    }),
  )
