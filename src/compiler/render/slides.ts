import type { FactWords } from '../../language/language.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import { escapeHtml } from '../../model/html.ts'
import { type CompileCache, recall, remember, type SlideMemory } from '../cache.ts'
import type { CompileOptions } from '../options.ts'
import type { Layout, Templates } from '../parse/layout.ts'
import { asksForFigures } from '../parse/template-calls.ts'
import type { DeckContext } from '../resolve/context.ts'
import { documentsOf, footnoteOf } from '../resolve/footnotes.ts'
import { plainText } from '../resolve/ink.ts'
import type { OutlineEntry } from '../resolve/outline.ts'
import type { ResolvedSlide } from '../resolve/resolved-slide.ts'
import { type DeckSlide, frameOf, type ResolvedSlides } from '../resolve/slides.ts'
import type { RenderEnvironment } from './environment.ts'
import { type Flow, parseFlow, parseInlineFlow } from './markdown.ts'
import { renderQr } from './qr.ts'
import type { RenderedSlide } from './rendered-slide.ts'
import { renderSlide } from './slide.ts'

export interface RenderedSlides {
  readonly slides: readonly RenderedSlide[] // those of the edition, in order
  readonly facts: ReadonlyMap<string, Fact>
  readonly diagnostics: readonly Diagnostic[]
}

interface Options extends Pick<CompileOptions, 'edition' | 'drawChart' | 'assetUrl' | 'roundingTest'> {
  readonly context: DeckContext
  readonly cache: CompileCache
  readonly templates: Templates
}

/** Renders every slide; those that the edition does not show are rendered too, for their findings, and left out. */
export function renderSlides(resolved: ResolvedSlides, options: Options): RenderedSlides {
  const { context, cache, edition, templates, drawChart } = options
  const facts = context.facts.asked()
  const { outline, helpers } = resolved
  const titles = titlesOf(resolved)
  const { config } = context.data
  const shared = {
    helpers,
    partials: templates.partials,
    context,
    facts,
    edition,
    total: outline.total,
    slideIds: new Set(outline.entries.filter(({ number }) => number > 0).map(({ source }) => source.id)),
    ...(options.roundingTest && { needsRoundingNote: options.roundingTest(context.data) }),
    qr: config.address === undefined ? '' : renderQr(config.address, config.language.slides),
  }
  const printing = layoutsWithFigures(templates)
  const agendaKey = JSON.stringify([[...titles], [...shared.slideIds]])
  const rendered = resolved.slides.flatMap((slide) => {
    const { entry, layout, memory } = slide
    if (!layout) return []
    const drawing = [edition, drawChart, options.assetUrl, options.roundingTest]
    const seen = printing.has(layout)
      ? [context]
      : [...frameOf(context), factsKey(slide.resolved, facts, config.language.facts)]
    const inputs = [slide.resolved, layout, templates.partials, ...drawing, ...seen]
    const position = [entry.number, entry.section, outline.total, agendaKey]
    const make = (): RenderedSlide =>
      renderSlide(slide.resolved, layout, entry, {
        ...shared,
        ...drawingParts(entry, options),
        ...sectionParts(entry, resolved, titles),
        flow: flowReader(memory),
      })
    return [{ entry, result: recall(cache.rendered, entry.source.path, [...inputs, ...position], make) }]
  })
  return {
    slides: rendered.filter(({ entry }) => entry.number > 0).map(({ result }) => result),
    facts,
    diagnostics: rendered.flatMap(({ result }) => result.diagnostics),
  }
}

/** Reads each text once, however often its values change. */
function flowReader({ flows }: SlideMemory): RenderEnvironment['flow'] {
  return (text, kind): Flow =>
    remember(flows, `${kind}\n${text}`, () => (kind === 'flow' ? parseFlow(text) : parseInlineFlow(text)))
}

/** Titles of the sections as HTML, by section. */
function titlesOf({ slides, outline }: ResolvedSlides): ReadonlyMap<string, string> {
  const bySource = new Map(slides.map((slide): [unknown, DeckSlide] => [slide.entry.source, slide]))
  const titles = [...outline.sections].map(([section, { source }]): [string, string] => {
    const resolved = bySource.get(source)?.resolved
    if (!resolved?.title) return [section, section]
    // elsewhere a section's title is a name, and its figures are text: they count on its own slide only
    return [section, escapeHtml(plainText(resolved.title.text, resolved.ink.marks))]
  })
  return new Map(titles)
}

function sectionParts(
  { section, source }: OutlineEntry,
  { outline }: ResolvedSlides,
  titles: ReadonlyMap<string, string>,
): Pick<RenderEnvironment, 'section' | 'agenda'> {
  const agenda = [...outline.sections].map(([id, entry]) => ({
    id: entry.source.id,
    title: titles.get(id) ?? id,
    number: entry.number,
    current: id === section && source !== entry.source,
  }))
  const title = titles.get(section)
  return { agenda, section: title === undefined ? undefined : { id: section, title } }
}

/** What is told of a slide's figures beyond themselves: notes and documents of what they were computed from. */
function factsKey({ ink }: ResolvedSlide, facts: ReadonlyMap<string, Fact>, words: FactWords): string {
  const told = ink.marks.flatMap((mark) =>
    mark.kind === 'figure' ? [footnoteOf(mark.fact, facts, words) ?? '', ...documentsOf(mark.fact, facts)] : [],
  )
  return told.join('\n')
}

/** Layouts that ask for figures themselves: those of their slides are not all known from the slides. */
function layoutsWithFigures({ layouts, partials }: Templates): ReadonlySet<Layout> {
  const inPartials = [...partials.values()].some(asksForFigures)
  return new Set([...layouts.values()].filter(({ template }) => inPartials || asksForFigures(template)))
}

/** Charts of slides that the edition does not show are neither drawn nor given an address: nothing of them may get out. */
function drawingParts(
  { number }: OutlineEntry,
  { drawChart, assetUrl = (name) => `assets/${name}` }: Options,
): Pick<RenderEnvironment, 'assetUrl' | 'drawChart'> {
  return { assetUrl, ...(drawChart && number > 0 && { drawChart }) }
}
