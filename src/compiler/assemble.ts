import type { Compilation } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import { type CompileCache, recall } from './cache.ts'
import type { CompileOptions } from './options.ts'
import { renderPage } from './render/page.ts'
import { chartsJson, factsJson } from './render/payload.ts'
import type { RenderedSlides } from './render/slides.ts'
import type { DeckContext } from './resolve/context.ts'
import { withInputs } from './resolve/footnotes.ts'

type Options = CompileOptions & { readonly context: DeckContext; readonly cache: CompileCache }

/** The deck and its page, from slides that are sound. Only facts that these slides show, and their inputs, are in it. */
export function assemble(
  rendered: RenderedSlides,
  { context, edition, cache, assetUrl = (name) => `assets/${name}` }: Options,
): Pick<Compilation, 'deck' | 'page'> {
  const { data } = context
  const slides = rendered.slides.map(({ slide }) => slide)
  const shown = withInputs(
    rendered.slides.flatMap((slide) => slide.facts),
    rendered.facts,
  )
  const facts = new Map<string, Fact>([...rendered.facts].filter(([id]) => shown.has(id)))
  const slideIds = new Set(slides.map(({ id }) => id))
  const known = [context, [...facts.keys(), ...slideIds].join('\n')]
  const cards = recall(cache.cards, 'facts', known, () => factsJson(facts, data, slideIds))
  const page = renderPage({
    config: data.config,
    edition,
    slides,
    charts: assetUrl('charts.json', chartsJson(slides)),
    facts: assetUrl('facts.json', cards),
  })
  return { deck: { config: data.config, data, slides, facts }, page }
}
