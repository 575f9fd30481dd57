import { closest } from '../dom.ts'
import type { Part, PartContext } from '../part.ts'

/** All slides as a grid (key O or Escape), for the pointer and the arrow keys. */
export const overview: Part = {
  id: 'overview',
  init(context) {
    const { view, commands, words, signal } = context
    if (view.kind !== 'deck') return undefined
    const page = document.documentElement
    const run = (): void => (page.classList.contains('is-overview') ? leave(context) : enter(context))
    commands.push({ id: 'overview', title: words.commands.overview, keys: ['o', 'escape'], run })
    view.root.addEventListener(
      'click',
      (event) => {
        const slide = page.classList.contains('is-overview') && closest(event, '.slides > section')
        if (slide) leave(context, slide)
      },
      { signal, capture: true },
    )
    document.addEventListener(
      'keydown',
      (event) => page.classList.contains('is-overview') && moveByKey(event, context),
      {
        signal,
      },
    )
    return () => page.classList.remove('is-overview')
  },
}

function enter({ view }: PartContext): void {
  const current = view.current()
  document.documentElement.classList.add('is-overview')
  for (const slide of view.slides()) slide.inert = false
  choose(view.slides(), current)
  current?.scrollIntoView({ block: 'center' })
}

function leave({ view }: PartContext, slide?: HTMLElement): void {
  const chosen = slide ?? view.current()
  document.documentElement.classList.remove('is-overview')
  for (const other of view.slides()) other.classList.remove('is-chosen')
  if (chosen) view.go(chosen.id)
}

function choose(slides: readonly HTMLElement[], chosen: HTMLElement | undefined): void {
  for (const slide of slides) slide.classList.toggle('is-chosen', slide === chosen)
  chosen?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function moveByKey(event: KeyboardEvent, context: PartContext): void {
  const slides = context.view.slides()
  const at = slides.findIndex((slide) => slide.classList.contains('is-chosen'))
  const columns = slides.filter((slide) => slide.offsetTop === slides[0]?.offsetTop).length
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  }
  const step = steps[event.key]
  if (event.key === 'Enter' || event.key === ' ') leave(context, slides[at])
  else if (step === undefined) return
  else choose(slides, slides[Math.min(Math.max(at + step, 0), slides.length - 1)])
  event.preventDefault()
}
