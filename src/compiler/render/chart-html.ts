import { unitBeside } from '../../charts/chart-types.ts'
import { escapeHtml } from '../../format/html.ts'
import type { ChartWords } from '../../language/language.ts'
import type { ChartMark, ChartModel, ChartText } from '../../model/chart.ts'
import type { FigureUse } from '../../model/deck.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The chart as a figure: its still picture, its notes, and the table behind it. */
export function renderChart(
  model: ChartModel,
  uses: readonly FigureUse[],
  { url, size, words }: { url?: string; size: Size; words: ChartWords },
): string {
  const { id, title, summary } = model
  const unit = unitBeside(model)
  const { width, height } = size
  const still =
    url === undefined
      ? `<p class="chart-summary">${escapeHtml(summary)}</p>`
      : `<img class="chart-still" loading="lazy" src="${escapeHtml(url)}" width="${width}" height="${height}" alt="${escapeHtml(summary)}">`
  const list = noteItems(model)
  const scale = model.scaleNote === undefined ? '' : ` <span class="chart-scale">${escapeHtml(model.scaleNote)}</span>`
  return [
    `<figure class="chart" id="${id}" data-chart="${id}" data-type="${model.type}">`,
    `<figcaption><span class="chart-title">${escapeHtml(title)}</span> <span class="chart-unit">${escapeHtml(unit)}</span>${scale}</figcaption>`,
    `<div class="chart-box">${still}</div>`,
    list === '' ? '' : `<ul class="chart-notes">${list}</ul>`,
    `<details class="chart-data"><summary>${escapeHtml(words.data)}</summary>${dataTables(model, uses, words)}</details>`,
    '</figure>',
  ].join('')
}

/** Notes that begin with a letter which a mark of the chart carries have it raised, as it is there. */
function noteItems(model: ChartModel): string {
  const marks = [model, ...(model.panels ?? [])].flatMap(({ series }) => series.flatMap((one) => one.marks))
  const letters = new Set(marks.flatMap((mark) => /^[a-z]/.exec(mark?.footnote ?? '')?.[0] ?? []))
  const item = (note: string): string => {
    const [letter = '', rest = ''] = note.split(/ (.*)/s)
    return letters.has(letter)
      ? `<sup class="mark">${escapeHtml(letter)}</sup>\u00a0${escapeHtml(rest)}`
      : escapeHtml(note)
  }
  return model.notes.map((note) => `<li>${item(note)}</li>`).join(' ') // lines may end between them
}

function dataTables(model: ChartModel, uses: readonly FigureUse[], words: ChartWords): string {
  const printed = new Map(uses.map((use) => [`${use.fact}\n${use.text}`, use]))
  const models = model.panels && model.panels.length > 0 ? model.panels : [model]
  return models.map((panel) => dataTable(panel, printed, words)).join('')
}

function dataTable(model: ChartModel, printed: ReadonlyMap<string, FigureUse>, { total }: ChartWords): string {
  const cell = (mark: ChartText | Pick<ChartMark, keyof ChartText | 'share'> | null | undefined): string => {
    const share = mark && 'share' in mark && mark.share ? ` (${figureHtml(mark.share, printed)})` : ''
    return `<td class="figure-cell">${mark ? figureHtml(mark, printed) : ''}${share}</td>`
  }
  const row = (label: string, marks: readonly (ChartText | null)[], isTotal = false): string =>
    `<tr${isTotal ? ' class="total"' : ''}><th scope="row">${escapeHtml(label)}</th>${marks.map(cell).join('')}</tr>`
  const head = model.categories.map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`).join('')
  const rows = [
    ...model.series.map(({ label, marks }) => row(label, marks)),
    ...(model.totals ? [row(total, model.totals, true)] : []),
    ...model.rows.map(({ label, cells }) => row(label, cells)),
  ]
  const unit = unitBeside(model)
  const caption = `${escapeHtml(model.title)}${unit === '' ? '' : ` (${escapeHtml(unit)})`}`
  return `<table><caption>${caption}</caption><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function figureHtml({ text, fact }: ChartText, printed: ReadonlyMap<string, FigureUse>): string {
  if (fact === null || text === '') return escapeHtml(text)
  const use = printed.get(`${fact}\n${text}`)
  const attributes = use ? ` value="${escapeHtml(use.displayed)}"` : ' value=""'
  const key = use ? ` data-use="${escapeHtml(use.key)}"` : ''
  return `<data class="figure"${attributes} data-fact="${escapeHtml(fact)}"${key}>${escapeHtml(text)}</data>`
}
