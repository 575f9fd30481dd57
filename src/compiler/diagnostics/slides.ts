import { didYouMean } from '../../format/suggest.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error, startOf, warning } from './create.ts'
import { missing } from './follow-ups.ts'

export const missingSlides = (): Diagnostic =>
  missing(
    'slide',
    undefined,
    error(
      'missing-slides',
      'missing slides: the folder slides/ holds none',
      'write the first as slides/010-cover.md.',
      startOf('slides'),
    ),
  )

export const invalidSlideName = (path: string): Diagnostic =>
  error(
    'invalid-slide-name',
    `invalid slide name "${path.slice(path.lastIndexOf('/') + 1)}"`,
    'name it with a number for the order and an id, in lower case with dashes: slides/160-revenues.md.',
    startOf(path),
  )

export const duplicateSlide = (id: string, path: string, first: string): Diagnostic =>
  error(
    'duplicate-slide',
    `duplicate slide "${id}", also in ${first}`,
    'the id is the address of the slide; name one of the two files differently.',
    startOf(path),
  )

export const ambiguousOrder = (number: string, path: string, first: string): Diagnostic =>
  error(
    'ambiguous-order',
    `ambiguous order: number ${number} is also that of ${first}`,
    'give one of the two files another number.',
    startOf(path),
  )

/** Which of them a browser follows, the order of its style sheets decides. */
export const ambiguousClass = (one: string, other: string, layout: string, place: Place): Diagnostic =>
  warning(
    'ambiguous-class',
    `ambiguous class "${one} ${other}": "${one}" and "${other}" each set layout "${layout}" in their own way`,
    'leave one of them out.',
    place,
  )

/** A class that no style sheet knows changes nothing, without a word. */
export const unknownClass = (
  name: string,
  { layout, known, elsewhere }: { layout: string; known: readonly string[]; elsewhere: readonly string[] },
  place: Place,
): Diagnostic => {
  const own =
    known.length === 0 ? `layout "${layout}" has none` : `classes of layout "${layout}" are ${known.join(', ')}`
  const [some, rest] = [elsewhere.slice(0, 3).map((each) => `"${each}"`), elsewhere.length > 3 ? ' and others' : '']
  const others =
    some.length === 0
      ? ''
      : `layout${elsewhere.length > 1 ? 's' : ''} ${some.join(', ')}${rest} ${elsewhere.length > 1 ? 'have' : 'has'} it; `
  return warning(
    'unknown-class',
    `unknown class "${name}" of layout "${layout}"`,
    `${didYouMean(name, known)}${others}${own}; one of your own is named in a style sheet of templates/.`,
    place,
  )
}

interface TalkTime {
  readonly minutes: number
  readonly spent: number
  readonly duration: number
  readonly isHidden: boolean
}

/** The speaker's clock could not go by them. */
export const invalidDuration = ({ minutes, spent, duration, isHidden }: TalkTime, place: Place): Diagnostic =>
  warning(
    'invalid-duration',
    isHidden
      ? `invalid duration ${minutes}: a hidden slide takes no time of the talk`
      : `invalid duration ${minutes}: with it the slides take ${spent} minutes, the talk ${duration}`,
    isHidden
      ? 'leave it out, or show the slide.'
      : 'plan less for the slides, or more for the talk ("duration" in data/deck.yaml).',
    place,
  )

export const missingFrontMatter = (path: string): Diagnostic =>
  error(
    'missing-front-matter',
    'missing front matter',
    'begin the file with a line "---", then "layout: points" and "title: …", then a line "---".',
    startOf(path),
  )

export const unclosedComment = (place: Place): Diagnostic =>
  error('missing-comment-end', 'missing end of the comment "<!--"', 'close it with "-->".', place)

export const unclosedBlock = (kind: string, place: Place): Diagnostic =>
  error(
    'missing-block-end',
    `missing end of the ${kind} block`,
    'close it with a line of as many backticks as it began with.',
    place,
  )

export const unsupportedBlock = (kind: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'unsupported-block',
    `unsupported block "${kind}"`,
    `${didYouMean(kind, known)}blocks are ${known.join(', ')}.`,
    place,
  )

export const unsupportedVisualInNotes = (kind: string, place: Place): Diagnostic =>
  error(
    'unsupported-visual',
    `unsupported ${kind} block in the notes`,
    'notes are text; put it above the line "Note:".',
    place,
  )

/** A footnote that begins "Note:" takes everything after it out of the slide: what stands there may be meant for readers. */
export const ambiguousNotes = (what: string, marker: string, place: Place): Diagnostic =>
  warning(
    'ambiguous-notes',
    `ambiguous "${marker}": ${what} follows, and is left to the speaker`,
    `all below is speaker notes; a line for readers is written "${marker.replace(':', '\\:')}", and notes for the speaker as sentences.`,
    place,
  )

export const unsupportedHtml = (tag: string, place: Place): Diagnostic =>
  error(
    'unsupported-html',
    `unsupported HTML "${tag}" in Markdown`,
    'write Markdown (**bold**, - lists, tables); structure belongs into a layout of templates/.',
    place,
  )

export const unsupportedHeading = (place: Place): Diagnostic =>
  error(
    'unsupported-heading',
    'unsupported heading "#" in the body',
    'the headline is "title" in the front matter; "## " starts a group.',
    place,
  )

export const unsupportedLink = (address: string, place: Place): Diagnostic =>
  error(
    'unsupported-link',
    `unsupported address "${address}" of a link or picture`,
    'links lead to https://, mailto:, tel: or #/slide-id; pictures are files of public/, written without a leading slash.',
    place,
  )

export const missingPicture = (path: string, known: Iterable<string>, place: Place): Diagnostic =>
  error(
    'missing-picture',
    `missing picture "${path}"`,
    `${didYouMean(path, known)}pictures are files of public/, written from there, in the same letters.`,
    place,
  )

export const unknownSlideLink = (id: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'slide',
    id,
    error(
      'unknown-slide',
      `unknown slide "${id}" in a link`,
      `${didYouMean(id, known)}a slide's id is its file name without the number.`,
      place,
    ),
  )

export const unknownSlideWithout = (id: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'slide',
    id,
    error(
      'unknown-slide-without',
      `unknown slide "${id}" under without`,
      `${didYouMean(id, known)}name the slide that key W shows in place of this one; a slide's id is its file name without the number.`,
      place,
    ),
  )

export const unknownLayout = (name: string, known: readonly string[], place: Place): Diagnostic =>
  missing(
    'layout',
    name,
    error(
      'unknown-layout',
      `unknown layout "${name}"`,
      `${didYouMean(name, known)}layouts are ${[...known].sort().join(', ')}.`,
      place,
    ),
  )

export const unknownSection = (name: string, known: Iterable<string>, place: Place): Diagnostic =>
  missing(
    'section',
    name,
    error(
      'unknown-section',
      `unknown section "${name}"`,
      `${didYouMean(name, known)}a section is opened by a slide of layout section with "section: ${name}".`,
      place,
    ),
  )

export const duplicateSection = (name: string, first: string, place: Place): Diagnostic =>
  error(
    'duplicate-section',
    `duplicate section "${name}", opened before in ${first}`,
    'give the section of this slide another id.',
    place,
  )

export const missingPart = (part: string, layout: string, place: Place): Diagnostic =>
  error('missing-part', `missing ${part}, which layout "${layout}" needs`, 'add it, or choose another layout.', place)

export const unsupportedPart = (part: string, layout: string, allowed: string, place: Place): Diagnostic =>
  error(
    'unsupported-part',
    `unsupported ${part}: layout "${layout}" takes ${allowed}`,
    'take it out, or choose another layout.',
    place,
  )

export const unknownLayoutField = (name: string, known: readonly string[], layout: string, place: Place): Diagnostic =>
  error(
    'unknown-layout-field',
    `unknown field "${name}" of layout "${layout}"`,
    `${didYouMean(name, known)}${known.length > 0 ? `fields are ${known.join(', ')}` : 'it has no fields'}.`,
    place,
  )

export const missingLayoutContract = (name: string, path: string): Diagnostic =>
  missing(
    'file',
    `templates/layouts/${name}.yaml`,
    error(
      'missing-layout-contract',
      `missing contract of layout "${name}"`,
      `write what it needs into templates/layouts/${name}.yaml, e.g. "needs: {title: true}".`,
      startOf(path),
    ),
  )

export const missingLayoutTemplate = (name: string, path: string): Diagnostic =>
  missing(
    'file',
    `templates/layouts/${name}.hbs`,
    error(
      'missing-layout-template',
      `missing template of layout "${name}"`,
      `write templates/layouts/${name}.hbs.`,
      startOf(path),
    ),
  )

/** A layout that runs something of its own, or is styled past the theme. */
export const unsupportedMarkup = (what: string, place: Place): Diagnostic =>
  error(
    'unsupported-markup',
    `unsupported markup: ${what} in a layout`,
    'write plain HTML, with classes that a style sheet of templates/theme/ gives their look.',
    place,
  )
