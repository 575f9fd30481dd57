import type { Deck } from '../model/deck.ts'
import { escapeHtml } from '../model/html.ts'
import type { TieOut } from './check.ts'
import { verdicts } from './finding.ts'
import { reportScript, reportStyle } from './report-assets.ts'
import { type ReportFigure, type ReportRow, reportRows } from './report-rows.ts'

/** A file that stands next to index.html of the presenter edition, never of the public one. */
export interface ReportFile {
  readonly name: string
  readonly content: string
}

const verdictWords: Readonly<Record<ReportRow['verdict'], string>> = {
  ticked: 'Ticked',
  rounding: 'Ticked, rounding',
  waived: 'Waived',
  warning: 'Warning',
  error: 'Error',
  'not-checkable': 'Not checkable',
}

/** What must be looked at comes first. */
const gravity: readonly ReportRow['verdict'][] = ['error', 'warning', 'waived', 'rounding', 'ticked', 'not-checkable']

function countsHtml({ counts }: TieOut): string {
  const items = gravity.map(
    (verdict) => `<li data-verdict="${verdict}"><b>${counts[verdict]}</b> ${verdictWords[verdict]}</li>`,
  )
  return `<ul class="counts">${items.join('')}</ul>`
}

const tag = (name: string, text: string): string => (text === '' ? '' : `<${name}>${escapeHtml(text)}</${name}>`)

function figureHtml({ label, period, value, unit, status, sources }: ReportFigure): string {
  const told = sources.map(({ title, at }) => escapeHtml(at === '' ? title : `${title}: ${at}`)).join('; ')
  const amount = value === '' ? '' : ` <b>${escapeHtml(`${value} ${unit}`)}</b>`
  return `<li>${escapeHtml(`${label}, ${period}`)}${amount} <i>${escapeHtml(status)}</i>${told === '' ? '' : ` <small>${told}</small>`}</li>`
}

/** Every slide's link carries the number to outline there. */
function linksHtml({ links }: ReportRow): string {
  const link = ({ slide, use }: ReportRow['links'][number]): string => {
    const query = use === null ? '' : `?tick=${encodeURIComponent(use)}`
    return `<a href="index.html${query}#/${encodeURIComponent(slide)}">${escapeHtml(slide)}</a>`
  }
  return links.length === 0 ? '–' : links.map(link).join(' ')
}

function rowHtml(row: ReportRow): string {
  const { rule, title, verdict, place, waiver } = row
  const metrics = [...new Set(row.figures.map(({ metric }) => metric))].join(' ')
  const attributes = `data-rule="${rule}" data-verdict="${verdict}" data-slides="${escapeHtml(row.slides.join(' '))}" data-metrics="${escapeHtml(metrics)}"`
  const excuse = waiver ? `Waived by ${waiver.who} on ${waiver.when}: ${waiver.reason}` : ''
  const figures = row.figures.length === 0 ? '' : `<ul>${row.figures.map(figureHtml).join('')}</ul>`
  return [
    `<tr ${attributes}>`,
    `<td class="verdict"><span>${verdictWords[verdict]}</span></td>`,
    `<td><abbr title="${escapeHtml(title)}">${rule}</abbr></td>`,
    `<td>${linksHtml(row)}</td>`,
    `<td>${tag('p', row.message)}${tag('code', row.arithmetic)} ${tag('small', row.tolerance)}${tag('p', row.hint)}${tag('p', excuse)}</td>`,
    `<td>${figures}</td>`,
    `<td><small>${escapeHtml(`${place.path}:${place.line}`)}</small></td>`,
    '</tr>',
  ].join('')
}

const option = ([value, text]: readonly [string, string]): string =>
  `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`

function select(name: string, label: string, options: readonly (readonly [string, string])[]): string {
  return `<label>${label} <select name="${name}"><option value="">all</option>${options.map(option).join('')}</select></label>`
}

function filters(deck: Deck, rows: readonly ReportRow[]): string {
  const rules = new Map(rows.map(({ rule, title }): [string, string] => [rule, `${rule} ${title}`]))
  const metrics = new Map(
    rows.flatMap(({ figures }) => figures.map(({ metric, label }): [string, string] => [metric, label])),
  )
  const sorted = [...metrics].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  return [
    '<form class="filters" role="search">',
    select(
      'verdict',
      'Verdict',
      verdicts.map((verdict): [string, string] => [verdict, verdictWords[verdict]]),
    ),
    select('rule', 'Rule', [...rules]),
    select(
      'slide',
      'Slide',
      deck.slides.map(({ id, number, title }): [string, string] => [id, `${number}. ${title}`]),
    ),
    select('metric', 'Metric', sorted),
    '<label>Search <input type="search" name="text"></label>',
    '<output aria-live="polite"></output>',
    '</form>',
  ].join('')
}

function errataHtml(deck: Deck): string {
  if (deck.data.errata.length === 0) return ''
  const rows = deck.data.errata.map(
    ({ slide, printed, right, ground }) =>
      `<tr><td><a href="index.html#/${encodeURIComponent(slide)}">${escapeHtml(slide)}</a></td><td>${escapeHtml(printed)}</td><td>${escapeHtml(right)}</td><td>${escapeHtml(ground)}</td></tr>`,
  )
  const head =
    '<thead><tr><th scope="col">Slide</th><th scope="col">Printed</th><th scope="col">Right</th><th scope="col">Ground</th></tr></thead>'
  return `<section><h2>Errata</h2><div class="wide" tabindex="0" role="region" aria-label="Errata"><table>${head}<tbody>${rows.join('')}</tbody></table></div></section>`
}

function uncheckedHtml(rows: readonly ReportRow[]): string {
  const counts = new Map<string, number>()
  for (const { rule, title, verdict } of rows)
    if (verdict === 'not-checkable') counts.set(`${rule} ${title}`, (counts.get(`${rule} ${title}`) ?? 0) + 1)
  if (counts.size === 0) return ''
  const items = [...counts].map(([rule, count]) => `<li>${count} × ${escapeHtml(rule)}</li>`)
  return `<details><summary>Not checkable, by rule: each row names what is missing</summary><ul>${items.join('')}</ul></details>`
}

function pageHtml(deck: Deck, result: TieOut): string {
  const rows = [...reportRows(deck, result)].sort((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict))
  const { title, company, date, language } = deck.config
  const heads = ['Verdict', 'Rule', 'Slides', 'What was checked', 'Figures and sources', 'Place']
  return [
    `<!doctype html><html lang="${escapeHtml(language.tag)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(`Tie-out: ${title}`)}</title>`,
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="tie-out.css"><script type="module" src="tie-out.js"></script></head><body><main>',
    `<h1>Tie-out</h1><p>${escapeHtml(`${company}, ${title}, ${date}`)}. <a href="index.html">The deck</a></p>`,
    countsHtml(result),
    uncheckedHtml(rows),
    filters(deck, rows),
    '<div class="wide" tabindex="0" role="region" aria-label="Findings"><table id="findings">',
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map(rowHtml).join('\n')}</tbody></table></div>`,
    errataHtml(deck),
    '</main></body></html>\n',
  ].join('')
}

/** tie-out.html with its style sheet and script: no inline code, so that it stands under the deck's content policy. */
export function reportFiles(deck: Deck, result: TieOut): readonly ReportFile[] {
  return [
    { name: 'tie-out.html', content: pageHtml(deck, result) },
    { name: 'tie-out.css', content: reportStyle },
    { name: 'tie-out.js', content: reportScript },
  ]
}
