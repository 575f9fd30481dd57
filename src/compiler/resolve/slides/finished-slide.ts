import { type FieldContent, hasText } from '../../../model/content.ts'
import type { DeckHead, Edition, FigureUse, Note, Section, Slide, Stage, Visual } from '../../../model/deck.ts'
import type { Report } from '../../../model/diagnostic.ts'
import { once } from '../../../model/memory.ts'
import { unknownDocument } from '../../diagnostics/data.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import { factsOfChart } from '../charts/chart-marks.ts'
import type { DeckContext } from '../deck-context.ts'
import { chainClasses } from '../fit/drawn/chain-fit.ts'
import type { PrintedFigure } from '../placeholders/figure-uses.ts'
import {
  type AgendaEntry,
  type GroupView,
  layoutValue,
  type SlideView,
  type VisualView,
} from '../placeholders/layout-view.ts'
import { list, fields as record, unknownValue, type Value } from '../placeholders/value.ts'
import { footLine } from './foot-line.ts'
import { checkNeeds } from './needs.ts'
import { type OutlineEntry, printedNumber } from './outline.ts'
import { type LayoutEnvironment, type ResolvedLayout, resolveLayout } from './resolved-layout.ts'
import type { ResolvedSlide, ResolvedVisual } from './resolved-slide.ts'
import { slideClasses, slideRoom, withChartsAsDrawn } from './slide-room.ts'

/** What a slide needs to know of the deck to be complete. */
export interface FinishEnvironment extends LayoutEnvironment {
  readonly context: DeckContext
  readonly edition: Edition
  readonly head: DeckHead
  readonly total: number
  readonly sections: readonly Section[]
}

export interface FinishedSlide {
  readonly slide: Slide
  /** Facts that the slide shows, to be gathered with their inputs. */
  readonly facts: readonly string[]
}

/** A slide that is to be completed: its texts and visuals, its layout, its place in the deck. */
interface Unfinished {
  readonly resolved: ResolvedSlide
  readonly layout: Layout
  readonly entry: OutlineEntry
  /** Whether its printed parts miss their total by rounding. */
  readonly isRounded: boolean
}

/** Completes a slide with its place in the deck, its layout's words and boxes, its sources and its rounding note. */
export function finishSlide(
  { resolved: unboxed, layout, entry, isRounded }: Unfinished,
  environment: FinishEnvironment & { readonly report: Report },
): FinishedSlide {
  const resolved = withChartsAsDrawn(unboxed, layout)
  const { source } = resolved.parsed
  const { duration } = source.front
  const notes = notesOf(resolved, environment, isRounded)
  const content = {
    ...contentOf(resolved, layout, entry),
    ...notes,
    ...sourcesOf(resolved, entry, { ...environment, ...notes, width: layout.headline?.foot }),
  }
  const own = resolveLayout(layout, layoutValue(presenceView(content, environment), layout.needs), {
    ...environment,
    slideId: source.id,
  })
  const slide: Slide = {
    ...content,
    ...stageOf(resolved),
    ...(duration === undefined || environment.edition === 'public' ? {} : { minutes: duration }),
    layoutTexts: own.texts,
    layoutValues: own.values,
    uses: usesOf(resolved, own, environment.edition === 'presenter'),
  }
  for (const finding of checkNeeds(resolved, layout)) environment.report(finding)
  const facts = [...slide.uses.map(({ fact }) => fact), ...resolved.visuals.flatMap(chartFacts)]
  return { slide, facts }
}

type Content = Omit<Slide, 'layoutTexts' | 'layoutValues' | 'uses'>

function contentOf(
  resolved: ResolvedSlide,
  layout: Layout,
  { number, section }: OutlineEntry,
): Omit<Content, 'footnotes' | 'notes' | 'sources' | 'sourceLine'> {
  const { parsed, title, subtitle, takeaway, fields, lead, groups, visuals } = resolved
  const { front, id, path } = parsed.source
  const box = slideRoom(resolved, layout, classesOf(front)).chart
  const classes = classesOf(front).split(' ')
  return {
    id,
    number,
    layout: front.layout,
    class: [slideClasses(resolved, layout), ...chainClasses(resolved, layout)].filter(Boolean).join(' '),
    ...(classes.includes('dark') && { tone: 'dark' }),
    section,
    hidden: front.hidden ?? false,
    ...(front.formerly !== undefined && { formerly: [front.formerly].flat() }),
    historical: front.historical ?? false,
    title,
    subtitle,
    takeaway,
    lead,
    groups,
    visuals: visuals.map((visual): Visual => {
      if (visual.kind === 'chart') {
        const { kind, id: chartId, model: chart, texts, bases, place } = visual
        return { kind, id: chartId, chart, box, texts, bases, place }
      }
      return visual.kind === 'table'
        ? { kind: 'table', id: visual.id, table: visual.table }
        : { kind: 'tiles', id: visual.id, tiles: visual.tiles }
    }),
    fields,
    place: { path, line: 1, column: 1 },
  }
}

/** The numbers printed on a slide itself and drawn in its charts, each with its fact. */
export function printedFacts({ printed, visuals }: ResolvedSlide, { facts }: DeckContext): readonly PrintedFigure[] {
  const drawn = visuals.flatMap((visual) => (visual.kind === 'chart' ? visual.uses : []))
  return [
    ...printed,
    ...drawn.flatMap((use) => {
      const fact = facts.find(use.fact)
      return fact ? [{ use, fact }] : []
    }),
  ]
}

/** Footnotes with the note on rounding where one is needed; the speaker's notes are for presenters only. */
function notesOf(
  { parsed, footnotes, notes, visuals }: ResolvedSlide,
  { edition, context }: FinishEnvironment,
  isRounded: boolean,
): Pick<Slide, 'footnotes' | 'notes'> {
  const text = context.data.config.numbers.roundingNote
  const place = { path: parsed.source.path, line: 1, column: 1 }
  const isSaid = visuals.some((visual) => visual.kind === 'chart' && visual.model.notes.includes(text))
  const short = context.data.config.language.facts.shortNotes.rounding
  const note: Note = { origin: 'rounding', runs: [{ kind: 'data', text }], place, short }
  const rounding = isRounded && !isSaid ? [note] : []
  return { footnotes: [...footnotes, ...rounding], notes: edition === 'presenter' ? notes : [] }
}

type Foot = Pick<Slide, 'footnotes'> & { readonly report: Report; readonly width: number | undefined }

/** Documents that the figures of the slide come from, and those that the author adds; a line holds a few names. */
function sourcesOf(
  { documents: used, visuals, parsed }: ResolvedSlide,
  { section }: OutlineEntry,
  { context, head, sections, report, footnotes, width }: FinishEnvironment & Foot,
): Pick<Slide, 'sources' | 'sourceLine' | 'footnotes'> {
  const { documents } = context.data
  const { front, document } = parsed.source
  const charted = visuals.flatMap((visual) => (visual.kind === 'chart' ? visual.model.sources : []))
  const added = front.source === undefined ? [] : [front.source].flat()
  for (const [index, id] of added.entries()) {
    const path = Array.isArray(front.source) ? ['source', index] : ['source']
    if (!documents.has(id)) report(unknownDocument(id, { place: document.placeOf(path), known: documents.keys() }))
  }
  const sources = byUse([...added, ...used, ...charted], added)
  const known = sources.flatMap((id) => documents.get(id) ?? [])
  const names = new Set(known.map(({ short, title }) => short ?? title))
  const company = classesOf(front).split(' ').includes('dark') ? head.company : head.shortName // as the foot names it
  const title = sections.find(({ id }) => id === section)?.title ?? ''
  return { sources, ...footLine([...names], { section: title, company, footnotes, width }) }
}

/** Each document once: those that the author names first, then by how many figures come from them. */
function byUse(ids: readonly string[], first: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const id of first) counts.set(id, Number.POSITIVE_INFINITY)
  return [...counts].sort(([, a], [, b]) => (a === b ? 0 : b - a)).map(([id]) => id)
}

function usesOf(
  { printed, inNotes, visuals }: ResolvedSlide,
  own: ResolvedLayout,
  withNotes: boolean,
): readonly FigureUse[] {
  const charted = visuals.flatMap((visual) => (visual.kind === 'chart' ? visual.uses : []))
  return [...[...printed, ...(withNotes ? inNotes : [])].map(({ use }) => use), ...charted, ...own.uses]
}

function chartFacts(visual: ResolvedVisual): readonly string[] {
  return visual.kind === 'chart' ? factsOfChart(visual.model) : []
}

/** The same as any HTML to a layout: something is there, or nothing is. */
const some = (is: boolean): string => (is ? '·' : '')

/** The slide as its layout sees it, without its HTML: what is there, and what is not. */
function presenceView(content: Content, { context, head, total, sections }: FinishEnvironment): SlideView {
  const { title, subtitle, takeaway, lead, groups, visuals, footnotes, sourceLine, id, layout } = content
  const number = printedNumber(content, context.data.config.language.slides)
  const byId = new Map(visuals.map((visual) => [visual.id, viewOf(visual)]))
  const visualsIn = (blocks: Content['lead']): readonly VisualView[] =>
    blocks.flatMap((block) => (block.kind === 'visual' ? (byId.get(block.id) ?? []) : []))
  const groupViews = groups.map(
    ({ heading, blocks }, index): GroupView => ({
      id: `${id}-group-${index + 1}`,
      heading: some(heading.runs.length > 0),
      html: some(hasText(blocks)),
      visuals: visualsIn(blocks),
    }),
  )
  return {
    title: some((title?.runs.length ?? 0) > 0),
    subtitle: some((subtitle?.runs.length ?? 0) > 0),
    takeaway: some((takeaway?.runs.length ?? 0) > 0),
    lead: some(hasText(lead)),
    groups: groupViews,
    text: some(hasText(lead) || groups.length > 0),
    body: some(lead.length > 0 || groups.length > 0),
    visuals: visuals.map(viewOf),
    sources: some(sourceLine.names.length + sourceLine.others.length > 0),
    footnotes: footnotes.map(() => some(true)),
    ...sectionView(content, sections),
    qr: some(head.address !== null),
    deck: head,
    slide: { id, number, total, layout, class: content.class, fields: fieldValues(content.fields, () => some(true)) },
  }
}

const viewOf = (visual: Visual): VisualView => ({
  kind: visual.kind,
  id: visual.id,
  title: visual.kind === 'chart' ? visual.chart.title : '',
  html: some(true),
})

/** All sections as entries, none current: the same objects for every slide, as there may be hundreds of both. */
const agendaOf = once((sections: readonly Section[]): readonly AgendaEntry[] =>
  sections.map(({ slide: id, title, number }) => ({ id, title, number, current: false })),
)

/** Sections that the talk comes by: a back-up slide may open one too. */
const talkOf = once((sections: readonly Section[]): readonly Section[] => sections.filter(({ hidden }) => !hidden))

/** The section of a slide and all sections of the deck, as a layout sees them. */
export function sectionView(
  { section, id }: Pick<Slide, 'section' | 'id'>,
  sections: readonly Section[],
): Pick<SlideView, 'section' | 'agenda'> {
  const ofTalk = talkOf(sections)
  const entries = agendaOf(ofTalk)
  const at = ofTalk.findIndex((each) => each.id === section && each.slide !== id)
  const entry = entries[at]
  const agenda = entry ? entries.with(at, { ...entry, current: true }) : entries
  const own = sections.find((each) => each.id === section)
  return { agenda, section: own && { id: own.id, title: own.title } }
}

/** Fields of the front matter as values of a template; texts are given as HTML. */
export function fieldValues(
  fields: Slide['fields'],
  html: (text: Extract<FieldContent, { readonly kind: 'text' }>['text']) => string,
): ReadonlyMap<string, Value> {
  const fieldValue = (field: FieldContent): Value => {
    switch (field.kind) {
      case 'text':
        return { html: field.text.runs.length === 0 ? '' : html(field.text) }
      case 'list':
        return list(field.items.map(fieldValue), unknownValue)
      case 'map':
        return record(Object.fromEntries(Object.entries(field.entries).map(([key, item]) => [key, fieldValue(item)])))
      case 'value':
        return field.value
    }
  }
  return new Map(Object.entries(fields).map(([name, field]) => [name, fieldValue(field)]))
}

/** How a slide comes on stage, by its front matter; empty where it just shows. */
function stageOf({ parsed, visuals }: Pick<ResolvedSlide, 'parsed' | 'visuals'>): Pick<Slide, 'stage'> {
  const { build, morph, without } = parsed.source.front
  const lengths = visuals.map((visual) => (visual.kind === 'chart' ? visual.model.categories.length : 0))
  const steps = build === undefined ? 0 : Math.max(0, ...lengths)
  const stage: Stage = {
    ...(steps > 1 && { steps }),
    ...(morph === true && { morph }),
    ...(without !== undefined && { without }),
  }
  return Object.keys(stage).length > 0 ? { stage } : {}
}

/** A slide as an edition has it: one that this edition leaves out is not named as what key W shows. */
export function stagedIn(slide: Slide, shown: ReadonlySet<string>): Slide {
  const { without, ...stage } = slide.stage ?? {}
  return without === undefined || shown.has(without) ? slide : { ...slide, stage }
}
