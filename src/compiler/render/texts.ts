import type { TextRun } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { escapeHtml } from '../../model/html.ts'
import type { Place } from '../../model/source-file.ts'
import { unknownSlideLink, unsupportedHeading, unsupportedHtml, unsupportedLink } from '../diagnostics/slides.ts'
import type { SlideSource } from '../parse/slide.ts'
import { footnoteOf } from '../resolve/footnotes.ts'
import { runParts } from '../resolve/ink.ts'
import type { FieldValue, ResolvedSlide } from '../resolve/resolved-slide.ts'
import type { MarkedText } from '../resolve/text.ts'
import { fields, list, open, type Value } from '../resolve/value.ts'
import type { RenderEnvironment } from './environment.ts'
import { expandAddress, expandMarks, type FootnoteMarks } from './expand.ts'
import type { Flow, FlowGroup } from './markdown.ts'

/** The texts of a slide as HTML, and as the rules read them. */
export interface SlideTexts {
  readonly title: string
  readonly subtitle: string
  readonly groups: readonly FlowGroup[] // HTML with values in place
  readonly notes: string
  readonly fields: ReadonlyMap<string, Value>
  readonly footnotes: readonly string[]
  readonly footnoteMarks: FootnoteMarks
  readonly runs: readonly TextRun[]
  readonly noteRuns: readonly TextRun[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Environment extends Pick<RenderEnvironment, 'flow' | 'facts' | 'slideIds' | 'context'> {
  /** Whether printed parts miss their printed total because of rounding. */
  readonly isRounded: boolean
}

export function renderTexts(resolved: ResolvedSlide, environment: Environment): SlideTexts {
  const { ink, title, subtitle, body, notes } = resolved
  const { marks: footnoteMarks, notes: footnotes } = footnotesOf(resolved, environment)
  const rounding = environment.isRounded ? [environment.context.data.config.numbers.roundingNote] : []
  const runs: TextRun[] = []
  const noteRuns: TextRun[] = []
  const diagnostics: Diagnostic[] = []
  const read = (text: MarkedText, kind: 'flow' | 'inline', region: TextRun['region']): Flow => {
    const flow = environment.flow(text.text, kind)
    const target = region === 'note' ? noteRuns : runs
    for (const run of flow.runs)
      target.push({ region, parts: runParts(run.text, ink.marks), place: placeOfLine(text, run.line) })
    diagnostics.push(...findingsOf(flow, text, resolved, environment))
    return flow
  }
  const html = (flow: Flow, marks: FootnoteMarks): string =>
    flow.groups.map((group) => groupHtml(group, (text) => expandMarks(text, ink.marks, marks))).join('')
  const inline = (text: MarkedText | undefined, region: TextRun['region']): string =>
    text ? html(read(text, 'inline', region), footnoteMarks) : ''
  const field = (value: FieldValue): Value => {
    if (value.kind === 'plain') return value.value
    if (value.kind === 'marked') return { html: inline(value.text, 'body') }
    if (value.kind === 'list') return list(value.items.map(field), open)
    return fields(Object.fromEntries([...value.entries].map(([key, item]) => [key, field(item)])))
  }
  const expand = (text: string): string => expandMarks(text, ink.marks, footnoteMarks)
  return {
    title: inline(title, 'title'),
    subtitle: inline(subtitle, 'subtitle'),
    fields: new Map([...resolved.fields].map(([name, value]) => [name, field(value)])),
    groups: read(body, 'flow', 'body').groups.map((group) => expandGroup(group, expand)),
    notes: notes ? html(read(notes, 'flow', 'note'), new Map()) : '',
    footnotes: [...footnotes, ...rounding.map(escapeHtml)],
    footnoteMarks,
    runs: [...runs, ...rounding.map((note) => wordsOf(note, resolved))],
    noteRuns,
    diagnostics,
  }
}

const expandGroup = ({ heading, items }: FlowGroup, expand: (html: string) => string): FlowGroup => ({
  heading: heading === undefined ? undefined : expand(heading),
  items: items.map((item) => (item.kind === 'html' ? { kind: 'html', html: expand(item.html) } : item)),
})

function groupHtml({ heading, items }: FlowGroup, expand: (html: string) => string): string {
  const above = heading === undefined ? '' : `<h3>${expand(heading)}</h3>\n`
  return above + items.map((item) => (item.kind === 'html' ? expand(item.html) : '')).join('')
}

function placeOfLine(text: MarkedText, line: number): Place {
  return { ...text.place, line: text.lines[line] ?? text.place.line, column: line === 0 ? text.place.column : 1 }
}

/** †, ‡, §, ‖, ¶, then doubled: as printed after a figure and before its note. */
function footnoteMark(index: number): string {
  const symbols = ['†', '‡', '§', '‖', '¶']
  return (symbols[index % symbols.length] ?? '†').repeat(Math.floor(index / symbols.length) + 1)
}

/** Notes on figures in text and tiles that no source gives as such. Tables and charts have their own. */
function footnotesOf(
  { ink, notesFrom, visuals }: ResolvedSlide,
  { facts, context }: Environment,
): { marks: FootnoteMarks; notes: readonly string[] } {
  const inTables = new Set(visuals.flatMap((visual) => (visual?.kind === 'table' ? visual.table.figures : [])))
  const marks = new Map<string, string>()
  const byNote = new Map<string, string>()
  for (const mark of ink.marks.slice(0, notesFrom)) {
    if (mark.kind !== 'figure' || inTables.has(mark.use.key)) continue
    const note = footnoteOf(mark.fact, facts, context.data.config.language.facts)
    if (note === undefined) continue
    const symbol = byNote.get(note) ?? footnoteMark(byNote.size)
    byNote.set(note, symbol)
    marks.set(mark.use.fact, symbol)
  }
  return { marks, notes: [...byNote].map(([note, symbol]) => noteHtml(symbol, note)) }
}

/** The compiler's own words: a reader sees them, and there is nothing in them to bind. */
const wordsOf = (plain: string, { source }: ResolvedSlide): TextRun => {
  return { region: 'footnote', parts: [{ plain }], place: { path: source.path, line: 1, column: 1 } }
}

/** A note with its mark in front. */
export const noteHtml = (symbol: string, note: string): string =>
  `<sup class="mark">${symbol}</sup> ${escapeHtml(note)}`

function findingsOf(
  flow: Flow,
  text: MarkedText,
  { ink, source }: ResolvedSlide,
  { slideIds }: Environment,
): readonly Diagnostic[] {
  const at = (line: number, words: string): Place => placeOfWords(placeOfLine(text, line), words, source)
  const problems = flow.problems.map(({ kind, text: what, line }) =>
    kind === 'html' ? unsupportedHtml(what, at(line, what)) : unsupportedHeading(at(line, what)),
  )
  const links = flow.links.flatMap(({ address: written, picture, line }) => {
    const address = expandAddress(written, ink.marks)
    const place = at(line, written)
    const [, slide] = /^#\/(.*)$/.exec(address) ?? []
    if (!picture && slide !== undefined) return slideIds.has(slide) ? [] : [unknownSlideLink(slide, slideIds, place)]
    const isSound = picture
      ? /^(?![a-z][a-z0-9+.-]*:|\/|\.\.)/i.test(address)
      : /^(https?:|mailto:|tel:)/i.test(address)
    return isSound ? [] : [unsupportedLink(address, place)]
  })
  return [...problems, ...links]
}

/** Where words stand on their line or, in a paragraph of several lines, on one of the next. */
function placeOfWords(place: Place, words: string, { body, notes }: SlideSource): Place {
  for (const { text, origin } of notes ? [body, notes] : [body]) {
    const lines = text.split('\n')
    const first = place.line - origin.line
    for (let index = Math.max(0, first); first >= 0 && index < lines.length && lines[index] !== ''; index++) {
      const found = lines[index]?.indexOf(words) ?? -1
      const shift = index === 0 ? origin.column : 1
      if (found !== -1) return { ...place, line: origin.line + index, column: found + shift, length: words.length }
    }
  }
  return place
}
