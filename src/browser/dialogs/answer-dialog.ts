import type { LiveChart } from '../../charts/live/live-chart.ts'
import type { ChartModel } from '../../model/chart.ts'
import { closest, make } from '../dom.ts'
import { loadModule } from '../modules.ts'
import type { PartContext } from '../part.ts'
import { type Answer, answersOf, answersTo } from '../stage/answers.ts'
import { isBackup } from '../view.ts'

/** Asks for a line item and shows its chart over the whole screen, of the periods that slides of the talk show. */
export async function openAnswer({ view, words, charts, facts }: PartContext): Promise<void> {
  const ids = view
    .slides()
    .filter((slide) => !isBackup(slide))
    .map(({ id }) => id)
  const { mountChart } = await loadModule(() => import('../../charts/live/live-chart.ts'))
  const answers = answersOf(await charts.load(), await facts.load(), new Set(ids))
  const { title, hint, label, results, none } = words.answer
  const input = make('input', {
    type: 'search',
    placeholder: hint,
    'aria-label': label,
    'aria-controls': 'qd-answers',
    autocomplete: 'off',
  })
  const list = make('ol', { id: 'qd-answers', role: 'listbox', 'aria-label': results })
  const empty = make('output', { class: 'qd-count', role: 'status' })
  const dialog = make('dialog', { class: 'qd-dialog qd-search', 'aria-label': title }, input, empty, list)
  const live: LiveChart[] = []
  const update = (): void => {
    const hits = answersTo(answers, input.value)
    list.replaceChildren(
      ...hits.map(({ metric }) =>
        make('li', { role: 'option', 'data-metric': metric }, make('span', { class: 'qd-hit-title' }, metric)),
      ),
    )
    empty.textContent = hits.length === 0 ? none : ''
    select(list, 0)
  }
  const choose = (item: HTMLElement | undefined): void => {
    const found = answers.find(({ metric }) => metric === item?.dataset.metric)
    if (found) live.push(...showAnswer(dialog, found, (box, model) => mountChart(box, model, { words: words.charts })))
  }
  input.addEventListener('input', update)
  dialog.addEventListener('keydown', (event) => {
    const at = [...list.children].findIndex((item) => item.ariaSelected === 'true')
    if (event.key === 'ArrowDown') select(list, at + 1)
    else if (event.key === 'ArrowUp') select(list, at - 1)
    else if (event.key === 'Enter') choose(list.querySelector<HTMLElement>('[aria-selected="true"]') ?? undefined)
    else if (event.key === 'Escape') dialog.close()
    else return
    event.preventDefault()
  })
  list.addEventListener('click', (event) => choose(closest(event, 'li')))
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close())
  dialog.addEventListener('close', () => {
    for (const chart of live) chart.destroy()
    dialog.remove()
  })
  document.body.append(dialog)
  update()
  dialog.showModal()
}

function select(list: HTMLElement, wanted: number): void {
  const at = Math.min(Math.max(wanted, 0), list.children.length - 1)
  for (const [index, item] of [...list.children].entries()) item.ariaSelected = String(index === at)
  list.children[at]?.scrollIntoView({ block: 'nearest' })
}

/** The charts of an answer in the dialog, which then fills the screen. */
function showAnswer(
  dialog: HTMLDialogElement,
  { metric, charts }: Answer,
  mount: (...drawn: [box: HTMLElement, model: ChartModel]) => LiveChart,
): readonly LiveChart[] {
  const boxes = charts.map((model) => ({ model, box: make('div', { class: 'chart-box' }) }))
  const figures = boxes.map(({ model, box }) =>
    make(
      'figure',
      { class: 'chart' },
      make('figcaption', {}, model.unit),
      box,
      make('p', { class: 'qd-answer-notes' }, model.notes.join('  ')),
    ),
  )
  dialog.classList.remove('qd-search')
  dialog.classList.add('qd-answer')
  dialog.setAttribute('aria-label', metric)
  dialog.tabIndex = -1
  dialog.replaceChildren(make('h2', {}, metric), make('div', { class: 'qd-answer-charts' }, ...figures))
  dialog.focus()
  return boxes.map(({ model, box }) => mount(box, model))
}
