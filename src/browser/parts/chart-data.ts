import { button, closest, make } from '../dom.ts'
import { loadModule } from '../modules.ts'
import { offer, type Part, type PartContext, sayNotLoaded } from '../part.ts'

type Copies = typeof import('../copies/copies.ts')

const loadCopies = (): Promise<Copies> => loadModule(() => import('../copies/copies.ts'))

/** The table behind each chart: opened by its button or key D. What is copied and saved, by buttons there and by keys. */
export const chartData: Part = {
  id: 'chart-data',
  init(context) {
    const { view, words, signal, say } = context
    view.root.addEventListener('toggle', (event) => offerCopies(event, context), { signal, capture: true })
    offer(context, 'chart-data', () => toggleAll(context))
    offer(context, 'copy', () => withCopies(({ copySlide }) => copySlide(context), context))
    offer(context, 'save-figures', () => withCopies(({ saveSlide }) => saveSlide(context), context))
    offer(context, 'picture', () => {
      const chart = chartInQuestion(context)
      if (chart) withCopies(({ handOverPicture }) => handOverPicture('copy', chart, context), context)
      else say(words.said.noChart)
    })
    followSelection(context)
    return undefined
  },
}

/** What copies is loaded when it is first wanted. */
function withCopies(run: (copies: Copies) => Promise<void>, context: PartContext): void {
  loadCopies()
    .then(run)
    .catch(() => sayNotLoaded(context))
}

function toggleAll({ view, words, say }: PartContext): void {
  const all = [...(view.current()?.querySelectorAll<HTMLDetailsElement>('details.chart-data') ?? [])]
  const open = all.some((details) => !details.open)
  for (const details of all) details.open = open
  if (all.length === 0) say(words.said.noChart)
}

/** The chart that has the focus or whose table is open, else the first of the slide. */
function chartInQuestion({ view }: PartContext): HTMLElement | undefined {
  const slide = view.current()
  const choices = ['.chart:focus-within', '.chart:has(details[open])', '.chart']
  return choices.flatMap((choice) => slide?.querySelector<HTMLElement>(choice) ?? [])[0]
}

function offerCopies(event: Event, context: PartContext): void {
  const details = closest(event, 'details.chart-data')
  const chart = details?.closest<HTMLElement>('.chart')
  if (!details || !chart || details.querySelector('.qd-copies')) return
  const words = context.words.charts
  const offer = (label: string, run: (copies: Copies) => Promise<void>): HTMLButtonElement =>
    button(label, () => withCopies(run, context), { class: 'qd-copy' })
  const group = make(
    'div',
    { class: 'qd-copies', role: 'group', 'aria-label': words.copies },
    offer(words.copy, ({ copyFigure }) => copyFigure(chart, context)),
    offer(words.saveCsv, ({ saveFigure }) => saveFigure(chart, context)),
    offer(words.copyPicture, ({ handOverPicture }) => handOverPicture('copy', chart, context)),
    offer(words.saveSvg, ({ handOverPicture }) => handOverPicture('svg', chart, context)),
    offer(words.savePng, ({ handOverPicture }) => handOverPicture('png', chart, context)),
  )
  details.querySelector('summary')?.after(group)
}

/** Rows that a reader selects and copies take title, unit and source with them. */
function followSelection(context: PartContext): void {
  const { signal, facts } = context
  let fill: ((event: ClipboardEvent) => void) | undefined
  const prepare = async (): Promise<void> => {
    const { fillSelected } = await loadCopies()
    const known = await facts.load().catch(() => undefined)
    fill = (event) => fillSelected(event, context, known)
  }
  const follow = (): void => {
    if (document.getSelection()?.isCollapsed === false) void prepare().catch(() => undefined)
  }
  document.addEventListener('selectionchange', follow, { signal })
  document.addEventListener('copy', (event) => fill?.(event), { signal })
}
