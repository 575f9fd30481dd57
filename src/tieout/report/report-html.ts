import { escapeHtml } from '../../format/html.ts'
import { fill } from '../../language/fill.ts'
import type { Language, NumberWords } from '../../language/language.ts'
import type { ReportWords } from '../../language/report-words.ts'
import { type BoundDeck, titleOf } from '../../model/deck.ts'
import { type RuleId, verdicts } from '../finding.ts'
import type { TieOut } from '../tie-out.ts'
import { type ReportFigure, type ReportRow, reportRows } from './report-rows.ts'
import type { Stamp } from './stamp.ts'

/** Script of tie-out.html: hides the rows that the filters leave out, and counts the rest. The page reads without it. */
const reportScript = `const form = document.querySelector('.filters')
const rows = [...document.querySelectorAll('#findings tbody tr')]
const has = (list, value) => value === '' || (list ?? '').split(' ').includes(value)

function filter() {
  const { verdict, rule, slide, metric, text } = Object.fromEntries(new FormData(form))
  const words = text.trim().toLowerCase()
  let shown = 0
  for (const row of rows) {
    const { dataset } = row
    const kept =
      has(dataset.verdict, verdict) &&
      has(dataset.rule, rule) &&
      has(dataset.slides, slide) &&
      has(dataset.metrics, metric) &&
      (words === '' || row.textContent.toLowerCase().includes(words))
    row.hidden = !kept
    if (kept) shown++
  }
  const output = form.querySelector('output')
  const values = { shown, count: rows.length }
  output.textContent = output.dataset.text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name])
}

form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
filter()
`

/** Style of tie-out.html: dark text on white; a colour for each verdict, which its word always accompanies. */
const reportStyle = `:root { color-scheme: light; font: 15px/1.5 Inter, 'Helvetica Neue', Arial, sans-serif; color: #0b1f33; background: #fff; accent-color: #0a5aa0 }
body { margin: 0 }
main { max-width: 110rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 4rem) 4rem; border-top: 6px solid #0a5aa0 }
h1 { margin: 0; font-size: 2.25rem; letter-spacing: -.02em; line-height: 1.15 }
h1 + p { margin: .25rem 0 0; color: #4a5b6b }
h2 { margin: 3rem 0 .75rem; font-size: 1.5rem; letter-spacing: -.01em }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1.75rem 0 1.25rem; padding: 0; list-style: none }
.counts li { padding: .75rem 1rem .85rem; border-top: 3px solid currentColor; background: #eef2f6; color: #4a5b6b }
.counts b { display: block; color: #0b1f33; font-size: 2rem; font-variant-numeric: tabular-nums lining-nums; letter-spacing: -.02em; line-height: 1.2 }
p.made { color: #4a5b6b; font-size: .8125rem; overflow-wrap: anywhere }
details { margin: 0 0 1rem; color: #4a5b6b }
summary { cursor: pointer }
.filters { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: end; margin-top: 1rem; padding: .75rem 0; background: #fff; border-bottom: 2px solid #0b1f33 }
.filters label { display: grid; gap: .15rem; color: #4a5b6b; font-size: .8125rem }
.filters output { margin-left: auto; padding-bottom: .35rem; font-variant-numeric: tabular-nums }
select, input { width: 13rem; padding: .35rem .5rem; border: 1px solid #aab6c2; border-radius: .25rem; background: #fff; color: #0b1f33; font: inherit; font-size: .9375rem }
.wide { overflow-x: auto }
table { width: 100%; border-collapse: collapse }
th { color: #4a5b6b; font-size: .8125rem; font-weight: 600 }
th, td { padding: .7rem 1.25rem .75rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #d3dae1 }
#findings :is(th, td):nth-child(3) { min-width: 9rem; max-width: 13rem }
#findings :is(th, td):nth-child(4) { width: 36% }
#findings :is(th, td):nth-child(5) { width: 32% }
#findings :is(th, td):nth-child(6) { min-width: 9rem; padding-right: 0 }
#findings tbody tr:hover { background: #f5f8fb }
td p { margin: 0 0 .2rem; text-wrap: pretty }
td p:first-child { font-weight: 600 }
td ul { margin: 0; padding: 0; list-style: none }
td li + li { margin-top: .3rem }
td b { white-space: nowrap; font-variant-numeric: tabular-nums lining-nums }
code { display: inline-block; padding: .1rem .45rem; border-radius: .2rem; background: #eef2f6; font: .875rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-variant-numeric: tabular-nums }
small { font-size: .8125rem }
small, i { color: #4a5b6b }
i { font-style: normal }
td > small { overflow-wrap: break-word }
a { color: #0a5aa0; text-underline-offset: .2em }
abbr { text-decoration: underline dotted; text-underline-offset: .2em }
.verdict { white-space: nowrap }
.verdict span { padding: .15rem .5rem; border-radius: .2rem; background: #eef2f6; font-size: .8125rem; font-weight: 600 }
[data-verdict='ticked'] .verdict span, .counts [data-verdict='ticked'] { color: #0b5a2b; background: #e3f3e9 }
[data-verdict='rounding'] .verdict span, .counts [data-verdict='rounding'] { color: #0b5a2b; background: #eff6e6 }
[data-verdict='warning'] .verdict span, .counts [data-verdict='warning'] { color: #6b4300; background: #fdf0d0 }
[data-verdict='error'] .verdict span, .counts [data-verdict='error'] { color: #8c1410; background: #fde6e4 }
[data-verdict='waived'] .verdict span, .counts [data-verdict='waived'] { color: #4a2f78; background: #eee9f7 }
:focus-visible { outline: 3px solid #bf5412; outline-offset: 2px }
@media (max-width: 44rem) {
  .filters { position: static }
  .filters label, select, input { width: 100% }
  #findings thead { position: absolute; clip-path: inset(50%) }
  #findings tr { display: block; padding: .75rem 0; border-bottom: 1px solid #aab6c2 }
  #findings tr[hidden] { display: none }
  #findings tr > td { display: block; width: auto !important; max-width: none; padding: .15rem 0; border: 0; overflow-wrap: anywhere }
}
@media print { .filters { display: none } }
`

/** A file written beside index.html of the presenter edition, never of the public one. */
export interface ReportFile {
  readonly name: string
  readonly content: string
}

/** The order of the report: what needs attention first. */
const order: readonly ReportRow['verdict'][] = ['error', 'warning', 'waived', 'rounding', 'ticked', 'not-checkable']

function countsHtml({ counts }: TieOut, words: ReportWords): string {
  const items = order.map(
    (verdict) => `<li data-verdict="${verdict}"><b>${counts[verdict]}</b> ${escapeHtml(words.verdicts[verdict])}</li>`,
  )
  return `<ul class="counts">${items.join('')}</ul>`
}

function netHtml({ net: { figures, counts } }: TieOut, words: ReportWords): string {
  const values = { count: figures.length, tied: counts.tied, sourceOnly: counts['source-only'], untied: counts.untied }
  return `<p>${escapeHtml(fill(words.net.counts, values))}</p>`
}

const tag = (name: string, text: string, attributes = ''): string =>
  text === '' ? '' : `<${name}${attributes}>${escapeHtml(text)}</${name}>`

const isEnglish = (language: string): boolean => /^en\b/i.test(language)

/** Units as the data write them, except those of changes, which are words. */
function unitText(unit: string, { unitNames }: NumberWords): string {
  return unit === 'points' ? unitNames.points : unit === 'bps' ? unitNames.basisPoints : unit
}

function figureHtml(
  { label, concept, period, value, unit, status, sources }: ReportFigure,
  { report: words, numbers }: Language,
): string {
  const place = (title: string, at: string): string => (at === '' ? title : fill(words.source, { title, place: at }))
  const sourceText = sources
    .map(({ title, at, link }) => {
      const text = escapeHtml(place(title, at))
      return link === null
        ? text
        : `<a href="${escapeHtml(link)}" target="_blank" rel="noopener noreferrer">${text}</a>`
    })
    .join('; ')
  const amount = value === '' ? '' : ` <b>${escapeHtml(`${value} ${unitText(unit, numbers)}`)}</b>`
  const tagged = concept === undefined ? '' : ` <small>${escapeHtml(concept)}</small>`
  return `<li>${escapeHtml(fill(words.figure, { label, period }))}${tagged}${amount} <i>${escapeHtml(words.statuses[status])}</i>${sourceText === '' ? '' : ` <small>${sourceText}</small>`}</li>`
}

const headsHtml = (heads: readonly string[]): string =>
  `<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>`

const ruleText = (rule: RuleId, words: ReportWords): string => fill(words.rule, { rule, title: words.rules[rule] })

/** Every slide's link carries the number to outline there. */
function linksHtml({ links }: ReportRow): string {
  const link = ({ slide, use }: ReportRow['links'][number]): string => {
    const query = use === null ? '' : `?tick=${encodeURIComponent(use)}`
    return `<a href="index.html${query}#/${encodeURIComponent(slide)}">${escapeHtml(slide)}</a>`
  }
  return links.length === 0 ? '–' : links.map(link).join(' ')
}

function rowHtml(row: ReportRow, language: Language): string {
  const words = language.report
  const { rule, verdict, place, waiver } = row
  const metrics = [...new Set(row.figures.map(({ metric }) => metric))].join(' ')
  const attributes = `data-rule="${rule}" data-verdict="${verdict}" data-slides="${escapeHtml(row.slides.join(' '))}" data-metrics="${escapeHtml(metrics)}"`
  const acceptance = waiver ? fill(words.waived, waiver) : ''
  const langAttribute = isEnglish(language.tag) ? '' : ' lang="en"' // messages of rules are English in every deck
  const figures =
    row.figures.length === 0 ? '' : `<ul>${row.figures.map((figure) => figureHtml(figure, language)).join('')}</ul>`
  return [
    `<tr ${attributes}>`,
    `<td class="verdict"><span>${escapeHtml(words.verdicts[verdict])}</span></td>`,
    `<td><abbr title="${escapeHtml(words.rules[rule])}">${rule}</abbr></td>`,
    `<td>${linksHtml(row)}</td>`,
    `<td>${tag('p', row.message, langAttribute)}${tag('code', row.arithmetic)} ${tag('small', row.tolerance, langAttribute)}${tag('p', row.hint, langAttribute)}${tag('p', acceptance)}</td>`,
    `<td>${figures}</td>`,
    `<td><small>${escapeHtml(`${place.path}:${place.cell ?? place.line}`)}</small></td>`,
    '</tr>',
  ].join('')
}

const option = ([value, text]: readonly [string, string]): string =>
  `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`

type Filters = ReportWords['filters']

function select(
  name: 'verdict' | 'rule' | 'slide' | 'metric',
  words: Filters,
  options: readonly (readonly [string, string])[],
): string {
  const all = option(['', words.all])
  return `<label>${escapeHtml(words[name])} <select name="${name}">${all}${options.map(option).join('')}</select></label>`
}

function filters(deck: BoundDeck, rows: readonly ReportRow[]): string {
  const words = deck.config.language.report
  const rules = new Map(rows.map(({ rule }): [string, string] => [rule, ruleText(rule, words)]))
  const metrics = new Map(
    rows.flatMap(({ figures }) => figures.map(({ metric, label }): [string, string] => [metric, label])),
  )
  const sorted = [...metrics].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
  return [
    '<form class="filters" role="search">',
    select(
      'verdict',
      words.filters,
      verdicts.map((verdict): [string, string] => [verdict, words.verdicts[verdict]]),
    ),
    select('rule', words.filters, [...rules]),
    select(
      'slide',
      words.filters,
      deck.slides.map((slide): [string, string] => [
        slide.id,
        fill(words.slideOption, { number: slide.number, title: titleOf(slide) }),
      ]),
    ),
    select('metric', words.filters, sorted),
    `<label>${escapeHtml(words.filters.search)} <input type="search" name="text"></label>`,
    `<output aria-live="polite" data-text="${escapeHtml(words.shown)}"></output>`,
    '</form>',
  ].join('')
}

function errataHtml(deck: BoundDeck): string {
  const words = deck.config.language.report.errata
  if (deck.data.errata.length === 0) return ''
  const rows = deck.data.errata.map(
    ({ slide, printed, right, ground }) =>
      `<tr><td><a href="index.html#/${encodeURIComponent(slide)}">${escapeHtml(slide)}</a></td><td>${escapeHtml(printed)}</td><td>${escapeHtml(right)}</td><td>${escapeHtml(ground)}</td></tr>`,
  )
  const heads = headsHtml([words.slide, words.printed, words.right, words.ground])
  const title = escapeHtml(words.title)
  return `<section><h2>${title}</h2><div class="wide" tabindex="0" role="region" aria-label="${title}"><table>${heads}<tbody>${rows.join('')}</tbody></table></div></section>`
}

function uncheckedHtml(rows: readonly ReportRow[], words: ReportWords): string {
  const counts = new Map<RuleId, number>()
  for (const { rule, verdict } of rows) if (verdict === 'not-checkable') counts.set(rule, (counts.get(rule) ?? 0) + 1)
  if (counts.size === 0) return ''
  const item = ([rule, count]: [RuleId, number]): string =>
    `<li>${escapeHtml(fill(words.uncheckedRule, { count, rule: ruleText(rule, words) }))}</li>`
  const items = [...counts].map(item)
  return `<details><summary>${escapeHtml(words.unchecked)}</summary><ul>${items.join('')}</ul></details>`
}

function pageHtml(deck: BoundDeck, result: TieOut, stamp: Stamp | undefined): string {
  const rows = [...reportRows(deck, result)].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  const { title, company, date, language } = deck.config
  const words = language.report
  const { verdict, rule, slides, checked, figures, place } = words.columns
  return [
    `<!doctype html><html lang="${escapeHtml(language.tag)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(fill(words.titleOf, { title }))}</title>`,
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="tie-out.css"><script type="module" src="tie-out.js"></script></head><body><main>',
    `<h1>${escapeHtml(words.title)}</h1><p>${escapeHtml(fill(words.about, { company, title, date }))} <a href="index.html">${escapeHtml(words.deck)}</a></p>`,
    countsHtml(result, words),
    netHtml(result, words),
    stamp ? tag('p', fill(words.made, { ...stamp, page: stamp.page ?? '' }), ' class="made"') : '',
    uncheckedHtml(rows, words),
    filters(deck, rows),
    `<div class="wide" tabindex="0" role="region" aria-label="${escapeHtml(words.findings)}"><table id="findings">`,
    headsHtml([verdict, rule, slides, checked, figures, place]),
    `<tbody>${rows.map((row) => rowHtml(row, language)).join('\n')}</tbody></table></div>`,
    errataHtml(deck),
    '</main></body></html>\n',
  ].join('')
}

/**
 * tie-out.html with its style sheet and script: no inline code, so that it complies with the deck's content security policy.
 * `stamp` says what it was made of.
 */
export function reportFiles(deck: BoundDeck, result: TieOut, stamp?: Stamp): readonly ReportFile[] {
  return [
    { name: 'tie-out.html', content: pageHtml(deck, result, stamp) },
    { name: 'tie-out.css', content: reportStyle },
    { name: 'tie-out.js', content: reportScript },
  ]
}
