import { counted } from '../../language/fill.ts'
import type { FactsData } from '../../model/page-data.ts'
import { offer, type Part } from '../part.ts'
import { refreshed, shown } from '../view.ts'

/** Tick marks on every figure that a check has ticked, or that is traced to a document (key T). */
export const ticks: Part = {
  id: 'ticks',
  init({ view, data, facts: store, commands, words, signal, say }) {
    const page = document.documentElement
    const mark = async (): Promise<void> => {
      const { facts } = await store.load()
      const isTicked = Object.values(facts).some(({ ticks }) => ticks) // no figure has, where nothing was tied out
        ? (id: string): boolean => facts[id]?.ticks !== undefined
        : (id: string): boolean => isTraced(id, facts)
      for (const figure of view.root.querySelectorAll<HTMLElement>('.figure[data-fact]')) {
        figure.toggleAttribute('data-ticked', isTicked(figure.dataset.fact ?? ''))
      }
      for (const chart of view.root.querySelectorAll<HTMLElement>('.chart')) chart.dataset.ticks = ticksOf(chart)
    }
    const sayCount = (): void => {
      const figures = [...(view.current() ?? view.root).querySelectorAll('.figure[data-fact]')]
      const ticked = figures.filter((figure) => figure.hasAttribute('data-ticked'))
      say(counted(data.language, words.said.ticked, figures.length, { ticked: ticked.length }))
    }
    const run = (): void => {
      if (page.classList.toggle('show-ticks')) mark().then(sayCount, () => say(words.said.noCards))
      else say(words.said.ticksOff)
    }
    view.root.addEventListener(
      refreshed,
      () => page.classList.contains('show-ticks') && void mark().catch(() => undefined),
      { signal },
    )
    const sayOfSlide = (): void => {
      if (view.kind === 'deck' && page.classList.contains('show-ticks')) sayCount()
    }
    view.root.addEventListener(shown, sayOfSlide, { signal }) // what was said is of the slide before
    offer({ commands, words }, 'ticks', run)
    return () => page.classList.remove('show-ticks')
  },
}

/** "12/12": how many of a chart's marks are ticked, by the figures of its table. */
function ticksOf(chart: Element): string {
  const figures = [...chart.querySelectorAll('.figure[data-fact]')]
  return `${figures.filter((figure) => figure.hasAttribute('data-ticked')).length}/${figures.length}`
}

/** Whether a figure leads back to a document: by itself, or through everything it was computed from; `depth` ends a circle. */
export function isTraced(id: string, facts: FactsData['facts'], depth = 0): boolean {
  const fact = facts[id]
  if (!fact || depth > 12) return false
  if (fact.sources) return true
  return fact.inputs?.every((input) => isTraced(input, facts, depth + 1)) === true
}
