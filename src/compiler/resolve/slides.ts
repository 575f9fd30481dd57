import type { Edition } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import {
  type CompileCache,
  createMemory,
  lastOf,
  type ResolvedEntry,
  recall,
  remember,
  type SlideMemory,
} from '../cache.ts'
import { breaking } from '../diagnostics/follow-ups.ts'
import { unknownLayout } from '../diagnostics/slides.ts'
import type { Layout } from '../parse/layout.ts'
import type { SlideSource } from '../parse/slide.ts'
import { parseSpec } from '../parse/spec.ts'
import { parseTemplate } from '../parse/template.ts'
import type { DeckContext } from './context.ts'
import type { Helper } from './helper.ts'
import { placeholderHelpers } from './helpers.ts'
import { type Outline, type OutlineEntry, outline } from './outline.ts'
import { givesSame, recordFacts } from './recorded-facts.ts'
import type { ResolvedSlide } from './resolved-slide.ts'
import { resolveSlide } from './slide.ts'
import type { Readers } from './text.ts'

export interface DeckSlide {
  readonly entry: OutlineEntry
  readonly resolved: ResolvedSlide
  readonly layout: Layout | undefined
  readonly memory: SlideMemory
}

export interface ResolvedSlides {
  readonly slides: readonly DeckSlide[] // hidden ones too: they are checked in every edition
  readonly outline: Outline
  readonly helpers: ReadonlyMap<string, Helper>
  readonly diagnostics: readonly Diagnostic[]
}

interface Options {
  readonly context: DeckContext
  readonly cache: CompileCache
  readonly edition: Edition
  readonly layouts: ReadonlyMap<string, Layout>
}

/** Resolves every slide against the data. */
export function resolveSlides(
  sources: readonly SlideSource[],
  { context, cache, edition, layouts }: Options,
): ResolvedSlides {
  const plan = outline(sources, edition === 'presenter')
  const diagnostics: Diagnostic[] = [...plan.diagnostics]
  const slides = plan.entries.map((entry): DeckSlide => {
    const { source } = entry
    const memory = recall(cache.memories, source.path, [source], createMemory)
    const { resolved } = recall(cache.resolved, source.path, [source, context], () => {
      const last = lastOf(cache.resolved, source.path)
      return last?.resolved.source === source && isStillSound(last, context)
        ? { ...last, context }
        : resolveAnew(source, context, memory)
    })
    const { layout: name } = source.front
    const layout = layouts.get(name)
    if (!layout) {
      const unknown = unknownLayout(name, [...layouts.keys()], source.document.placeOf(['layout']))
      // it may have been meant to open a section
      diagnostics.push(...breaking([unknown], { kind: 'section', name: source.front.section ?? source.id }))
    }
    diagnostics.push(...resolved.diagnostics)
    return { entry, resolved, layout, memory }
  })
  return { slides, outline: plan, helpers: placeholderHelpers(context), diagnostics }
}

function resolveAnew(source: SlideSource, context: DeckContext, memory: SlideMemory): ResolvedEntry {
  const { book, asked } = recordFacts(context.facts)
  const own = { ...context, facts: book }
  const environment = { helpers: placeholderHelpers(own), readers: rememberingReaders(memory) }
  const resolved = resolveSlide(source, own, environment)
  return { context, asked: asked(), resolved }
}

/** Everything of the data that a slide can see besides its figures. */
export const frameOf = ({ data }: DeckContext): readonly unknown[] => {
  const { config, metrics, scenarios, tables, documents } = data
  return [config, metrics, scenarios, documents, ...tables.values()]
}

/** After an edit of figures a slide is what it was, if every figure that it asked for is. */
function isStillSound(last: ResolvedEntry, context: DeckContext): boolean {
  const frame = frameOf(context)
  const before = frameOf(last.context)
  const isSame = frame.length === before.length && frame.every((part, at) => part === before[at])
  return isSame && givesSame(last.asked, context.facts)
}

/** Reads each template and each block once, however often figures change about it. */
const rememberingReaders = ({ templates, specs }: SlideMemory): Readers => ({
  template: (text, origin) =>
    text.includes('{{')
      ? remember(templates, `${origin.line}:${origin.column}\n${text}`, () => parseTemplate(text, origin))
      : parseTemplate(text, origin),
  spec: (yaml) => remember(specs, `${yaml.firstLine}\n${yaml.text}`, () => parseSpec(yaml)),
})
