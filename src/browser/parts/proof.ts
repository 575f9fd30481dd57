import { reducedMotion } from '../../charts/live/dom.ts'
import type { ChartModel } from '../../model/chart.ts'
import { make } from '../dom.ts'
import { type Layer, offer, type Part, sayNotLoaded } from '../part.ts'
import { type Proof, proofOf, signed, type Term } from '../stage/proof-terms.ts'
import { shown } from '../view.ts'

/** Proof on stage (key E): the arithmetic that ties the total of the slide's chart or table, in large digits over its foot. */
export const proof: Part = {
  id: 'proof',
  init(context) {
    const { view, words, charts, layers, signal, say } = context
    if (view.kind !== 'deck') return undefined
    const panel = make('div', { class: 'qd-proof', role: 'status' })
    panel.hidden = true
    document.body.append(panel)
    const close = (): void => {
      panel.hidden = true
    }
    const run = async (): Promise<void> => {
      if (!panel.hidden) return close()
      const slide = view.current()
      const models = await charts.load()
      const found = [...(slide?.querySelectorAll<HTMLElement>('.chart[data-chart]') ?? [])].flatMap((chart) => {
        const model = models[chart.dataset.chart ?? '']
        return model ? (proofFor(model, chart) ?? []) : []
      })
      found.push(...[...(slide?.querySelectorAll('table') ?? [])].flatMap((table) => tableProof(table) ?? []))
      if (found.length === 0) return say(words.said.nothingAddsUp)
      panel.replaceChildren(...found.map(lineOf))
      panel.hidden = false
    }
    offer(context, 'proof', () => void run().catch(() => sayNotLoaded(context)))
    layers.push(proofLayer(panel, close))
    view.root.addEventListener(shown, close, { signal })
    return () => panel.remove()
  },
}

const proofLayer = (panel: HTMLElement, close: () => void): Layer => ({
  isOpen: () => !panel.hidden,
  close,
  press(key) {
    if (key !== 'escape') return false
    close()
    return true
  },
})

/** A bridge's steps from its start to its end, or the parts of the stack that the chart is about. */
function proofFor(model: ChartModel, chart: Element): Proof | undefined {
  const [first] = model.series
  const term = (label: string, fact: string | null | undefined, text: string | undefined, isTaken: boolean): Term => {
    const digits = chart.querySelector(`.figure[data-fact="${CSS.escape(fact ?? '')}"]`)?.getAttribute('value') ?? ''
    return { label, text: text ?? '', digits: isTaken && !digits.startsWith('-') ? `-${digits}` : digits }
  }
  if (first?.marks.some((mark) => mark?.step !== undefined)) {
    const steps = first.marks.flatMap((mark, at) =>
      mark && mark.step !== 'subtotal'
        ? [
            {
              kind: mark.step,
              term: term(model.categories[at]?.label ?? '', mark.fact, mark.text, mark.step === 'down'),
            },
          ]
        : [],
    )
    const end = steps.findLast(({ kind }) => kind === 'end')
    return (
      end &&
      proofOf(
        steps.filter((each) => each !== end).map((each) => each.term),
        end.term,
      )
    )
  }
  const emphasis = model.categories.findIndex((category) => category.emphasis)
  const at = emphasis < 0 ? model.categories.length - 1 : emphasis
  const total = model.totals?.[at]
  const parts = model.series.filter(({ mark }) => mark === 'bar')
  return total
    ? proofOf(
        parts.map(({ label, marks }) => term(label, marks[at]?.fact, marks[at]?.text, false)),
        term(model.categories[at]?.label ?? '', total.fact, total.text, false),
      )
    : undefined
}

/** The sum of the row that a table is about, or of its last one that is a sum, in the column of the reporting period. */
function tableProof(table: HTMLTableElement): Proof | undefined {
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  const sums = rows.filter(({ dataset }) => dataset.terms !== undefined)
  const total = sums.find((row) => row.classList.contains('highlight')) ?? sums.at(-1)
  const cells = [...(total?.cells ?? [])]
  const isAmount = ({ classList }: Element): boolean =>
    classList.contains('figure-cell') && !['change', 'share'].some((name) => classList.contains(name))
  const emphasized = cells.findIndex((cell) => isAmount(cell) && cell.classList.contains('emphasis'))
  const column = emphasized < 0 ? cells.findIndex(isAmount) : emphasized
  const term = (row: HTMLTableRowElement | undefined, isTaken: boolean): Term => {
    const figure = row?.cells[column]?.querySelector('.figure')
    const digits = figure?.getAttribute('value') ?? ''
    const taken = digits.startsWith('-') ? digits.slice(1) : `-${digits}`
    return {
      label: row?.cells[0]?.textContent ?? '',
      text: figure?.textContent ?? '',
      digits: isTaken ? taken : digits,
    }
  }
  const terms = (total?.dataset.terms ?? '')
    .split(' ')
    .map((each) => term(rows[Number(each.slice(1))], each[0] === '-'))
  return total && column >= 0 ? proofOf(terms, term(total, false)) : undefined
}

function lineOf({ terms, result, isExact }: Proof): HTMLElement {
  const cell = (sign: string, { label }: Term, text: string): HTMLElement =>
    make('span', { class: 'qd-term' }, make('b', {}, sign === '' ? text : `${sign} ${text}`), make('small', {}, label))
  const cells = terms.map((each, at) => {
    const { sign, text } = signed(each, at === 0)
    return cell(sign, each, text)
  })
  const { sign, text } = signed(result, true)
  const line = make('p', {}, ...cells, cell(isExact ? '=' : '≈', result, `${sign}${text}`))
  if (!reducedMotion())
    for (const [at, each] of [...line.children].entries())
      each.animate(
        [
          { opacity: 0, transform: 'translateY(12px)' },
          { opacity: 1, transform: 'none' },
        ],
        {
          duration: 300,
          delay: at * 350,
          fill: 'backwards',
        },
      )
  return line
}
