import { z } from 'zod'
import type { DeckPart, Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { breaking, subjectsOfFile } from '../../diagnostics/follow-ups.ts'
import {
  ambiguousNotes,
  invalidSlideName,
  missingFrontMatter,
  unclosedBlock,
  unclosedComment,
  unsupportedBlock,
  unsupportedVisualInNotes,
} from '../../diagnostics/slides.ts'
import { checkYaml, minutesSpec } from '../check-yaml.ts'
import { type Origin, placeOfOffset } from '../text-origin.ts'
import type { YamlText } from '../yaml.ts'
import { parseSpec, type SpecDocument } from './spec-document.ts'

const text = z.string().min(1)
const slideId = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'the id of a slide, as in its file name')

/** What the front matter of a slide may say. Values may hold placeholders where they are text for readers. */
export const frontMatterSpec = z.strictObject({
  layout: text.describe('Name of a layout in templates/layouts'),
  title: text.optional().describe('The headline: the message of the slide, with its figure in it'),
  subtitle: text.optional().describe('What is shown, unit and period'),
  takeaway: text.optional().describe('One line at the foot: what follows from what is shown'),
  section: text.optional().describe('On a section slide its id; elsewhere the id of the section it belongs to'),
  build: z
    .enum(['steps'])
    .optional()
    .describe('On stage its charts come step by step, from the first category to the last'),
  morph: z
    .boolean()
    .optional()
    .describe('On stage what stands on the slide before as well, or has the same place in its chart, moves here'),
  without: text.optional().describe('Id of the slide that key W shows in its place, and back'),
  hidden: z.boolean().optional().describe('Only in the presenter edition'),
  formerly: z
    .union([slideId, z.array(slideId).min(1)])
    .optional()
    .describe('What the slide was called before, in its file name: old addresses lead to it'),
  historical: z.boolean().optional().describe('May speak of periods before those that the deck compares'),
  when: z
    .enum(['year-end', 'quarter', 'always'])
    .optional()
    .describe('Told only when the reporting period ends a fiscal year, or only when it does not; always when absent'),
  duration: minutesSpec.optional().describe('Minutes that the speaker plans for the slide'),
  class: z
    .string()
    .regex(/^[a-z][a-z0-9-]*( [a-z][a-z0-9-]*)*$/, 'class names in lower case with dashes')
    .optional()
    .describe('Further CSS classes of the slide'),
  tone: z
    .enum(['light', 'dark'])
    .optional()
    .describe(
      'The ground that the slide stands on: dark is that of covers and sections, with its charts in light colours',
    ),
  source: z
    .union([text, z.array(text)])
    .optional()
    .describe('Documents to add to the source line'),
  fields: z.record(z.string(), z.unknown()).optional().describe('Further values that the layout asks for'),
})

type FrontMatter = z.infer<typeof frontMatterSpec>

/** The classes that a slide's front matter gives it; the dark ground is one of them. */
export function classesOf({ class: own = '', tone }: Pick<FrontMatter, 'class' | 'tone'>): string {
  const names = own.split(' ').filter((name) => name !== '' && (tone === undefined || name !== 'dark'))
  return [...names, ...(tone === 'dark' ? ['dark'] : [])].join(' ')
}

type FrontMatterSource = Pick<SlideSource, 'front' | 'document'>

/** Reads the YAML between the two "---" lines; `firstLine` is the line after the first. */
function parseFrontMatter(yaml: string, path: string, firstLine: number): Reading<FrontMatterSource | undefined> {
  const { value: document, diagnostics } = parseSpec({ path, text: yaml, firstLine })
  if (!document) return { value: undefined, diagnostics }
  const checked = checkYaml({ ...document, value: document.value ?? {} }, frontMatterSpec)
  return {
    value: checked.value && { front: checked.value, document },
    diagnostics: [...diagnostics, ...checked.diagnostics],
  }
}

/** One file of slides/, split into its parts; nothing in it has been looked up yet. */
export interface SlideSource {
  readonly path: string
  readonly id: string // "revenues"
  readonly order: string // "160", as written
  readonly front: FrontMatter
  readonly document: SpecDocument
  readonly body: SlideText
  readonly blocks: readonly FencedBlock[]
  readonly notes: SpeakerNotes | undefined
}

interface SpeakerNotes extends SlideText {
  readonly marker: string // "Note:" or "Notes:"
}

interface SlideText {
  readonly text: string
  readonly origin: Origin
}

const blockKinds = ['chart', 'table', 'tiles'] as const

/** A fenced block of a slide, of which the body keeps a mark. */
export interface FencedBlock {
  readonly kind: (typeof blockKinds)[number]
  readonly yaml: YamlText
  readonly place: Place // of its first line
}

/** Splits a slide into front matter, body, blocks and notes; undefined when one of them has a mistake. */
export function parseSlideSource(path: string, source: string): Reading<SlideSource | undefined> {
  const { value, front, diagnostics } = splitSlide(path, source)
  if (value) return { value, diagnostics }
  const subjects = subjectsOfFile(path).filter(({ kind }) => kind !== 'section')
  const section: readonly DeckPart[] = front === undefined ? [{ kind: 'section' }] : sectionOf(front)
  return { value, diagnostics: breaking(diagnostics, ...subjects, ...section) }
}

/** The section that a slide opens, if any; its id may be that of the slide. */
function sectionOf({ layout, section }: FrontMatter): readonly DeckPart[] {
  if (layout !== 'section') return []
  return section === undefined ? [{ kind: 'section' }] : [{ kind: 'section', name: section }]
}

/** `front` is there even where another part of the slide has a mistake. */
function splitSlide(
  path: string,
  source: string,
): Reading<SlideSource | undefined> & { readonly front?: FrontMatter | undefined } {
  const diagnostics: Diagnostic[] = []
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const name = /^slides\/(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.[mM][dD]$/.exec(path)
  if (!name) diagnostics.push(invalidSlideName(path))
  const parts = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/.exec(text)
  if (!parts) return { value: undefined, diagnostics: [...diagnostics, missingFrontMatter(path)] }
  const frontMatter = parseFrontMatter(blankComments(parts[1] ?? ''), path, 2)
  const firstLine = parts[0].split('\n').length - (parts[0].endsWith('\n') ? 0 : 1)
  const body = text.slice(parts[0].length)
  const origin: Origin = { path, line: firstLine, column: 1 }
  const extracted = extractBlocks(body, origin)
  diagnostics.push(...frontMatter.diagnostics, ...extracted.diagnostics)
  if (!name || !frontMatter.value || extracted.diagnostics.length > 0)
    return { value: undefined, front: frontMatter.value?.front, diagnostics }
  const [, order = '', id = ''] = name
  const { blocks, text: rest } = extracted.value
  const split = splitNotes(rest, origin)
  diagnostics.push(...notesFindings(split.notes))
  return { value: { path, id, order, ...frontMatter.value, blocks, ...split }, diagnostics }
}

/** Comments inside YAML; columns stay what they are. */
const blankComments = (yaml: string): string =>
  yaml.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))

function splitNotes(text: string, origin: Origin): { body: SlideText; notes: SpeakerNotes | undefined } {
  const found = /^Notes?:[ \t]*/m.exec(text)
  if (!found) return { body: { text, origin }, notes: undefined }
  const before = text.slice(0, found.index)
  const line = origin.line + before.split('\n').length - 1
  return {
    body: { text: before, origin },
    notes: {
      marker: found[0].trimEnd(),
      text: text.slice(found.index + found[0].length),
      origin: { path: origin.path, line, column: 1 + found[0].length },
    },
  }
}

const headingOrList = /^ {0,3}(?:(#{1,6}[ \t])|[-*+][ \t]|\d{1,9}[.)][ \t])/m

/** Speakers' notes are sentences: a heading or list below "Note:" was likely meant for the slide. */
function notesFindings(notes: SpeakerNotes | undefined): readonly Diagnostic[] {
  const found = notes && headingOrList.exec(notes.text)
  if (!found) return []
  const { path, line } = notes.origin
  return [
    ambiguousNotes(found[1] === undefined ? 'a list' : 'a heading', notes.marker, {
      path,
      line,
      column: 1,
      length: notes.marker.length,
    }),
  ]
}

const blockOrComment =
  /^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n(?:[^\n]*\n)*? {0,3}\1[ \t]*$|$)|<!--[\s\S]*?(?:-->|(?![\s\S]))/gm

/** A fence inside a block: the one that should have closed it, with something after it. */
const fence = /^ {0,3}(?:`{3,}|~{3,})/

/** A body without its blocks. */
interface Extraction {
  readonly text: string
  readonly blocks: readonly FencedBlock[]
}

/** Replaces blocks by marks and comments by Handlebars comments; lines and columns stay what they are. */
function extractBlocks(body: string, origin: Origin): Reading<Extraction> {
  const blocks: FencedBlock[] = []
  const diagnostics: Diagnostic[] = []
  let isOpen = false
  const notesAt = body.search(/^Notes?:/m)
  const text = body.replace(blockOrComment, (whole: string, marker: string | undefined, offset: number) => {
    const place = placeOfOffset(body, offset, origin)
    if (marker === undefined) {
      if (!whole.endsWith('-->') || whole.length < 7) diagnostics.push(unclosedComment({ ...place, length: 4 }))
      return `{{!${whole.slice(5).replace(/[^\n]/g, ' ')}}}`
    }
    const [first = '', ...rest] = whole.split('\n')
    const kind = first.trim().slice(marker.length).trim()
    const at = { ...place, length: first.length }
    const known = blockKinds.find((candidate) => candidate === kind)
    if (kind === '') return whole
    if (isOpen) return rest.map(() => '\n').join('') // what follows may be text of the block that is not closed
    if (!known) diagnostics.push(unsupportedBlock(kind, blockKinds, at))
    else if (rest.length === 0 || rest.slice(0, -1).some((line) => fence.test(line))) {
      diagnostics.push(unclosedBlock(kind, at))
      isOpen = true
    } else if (notesAt !== -1 && offset > notesAt) diagnostics.push(unsupportedVisualInNotes(kind, at))
    else {
      const yaml = { path: origin.path, text: blankComments(rest.slice(0, -1).join('\n')), firstLine: place.line + 1 }
      blocks.push({ kind: known, yaml, place: at })
      const mark = String.fromCharCode(0xe000 + blocks.length - 1)
      return ['', mark, ...rest.slice(1).map(() => '')].join('\n')
    }
    return rest.map(() => '\n').join('')
  })
  return { value: { text, blocks }, diagnostics }
}
