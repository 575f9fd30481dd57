import type { Compilation } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import type { CompileOptions } from './compile.ts'
import { renderPage } from './render/page.ts'
import { chartsJson, factsJson } from './render/payload.ts'
import type { RenderedSlides } from './render/slides.ts'
import type { DeckContext } from './resolve/context.ts'
import { withInputs } from './resolve/footnotes.ts'

/** The deck and its page, from slides that are sound. Only facts that these slides show, and their inputs, are in it. */
export function assemble(
  rendered: RenderedSlides,
  { context, edition, assetUrl = (name) => `assets/${name}` }: CompileOptions & { readonly context: DeckContext },
): Pick<Compilation, 'deck' | 'page'> {
  const { data } = context
  const slides = rendered.slides.map(({ slide }) => slide)
  const shown = withInputs(
    rendered.slides.flatMap((slide) => slide.facts),
    rendered.facts,
  )
  const facts = new Map<string, Fact>([...rendered.facts].filter(([id]) => shown.has(id)))
  const slideIds = new Set(slides.map(({ id }) => id))
  const page = renderPage({
    config: data.config,
    edition,
    slides,
    charts: assetUrl('charts.json', chartsJson(slides)),
    facts: assetUrl('facts.json', factsJson(facts, data, slideIds)),
  })
  return { deck: { config: data.config, data, slides, facts }, page }
}
