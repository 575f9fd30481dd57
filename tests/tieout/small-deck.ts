import { join } from 'node:path'
import { type Page, renderPage } from '../../src/compiler/render/page-html.ts'
import type { BoundDeck, Edition } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import type { Finding, RuleId } from '../../src/tieout/finding.ts'
import { type TieOut, type TieOutOptions, tieOut } from '../../src/tieout/tie-out.ts'
import { needsRoundingNote } from '../../src/tieout/words/rounding-notes.ts'
import { compile } from '../compile.ts'
import { readDeck } from '../mutation/deck-files.ts'

const templates = readDeck(join(import.meta.dirname, '..', '..')).filter(({ path }) => path.startsWith('templates/'))

const settings = `company: Example Corp.
short-name: Example
title: Results
date: 2009-07-08
language: en
reporting-period: FY08
calendar: {start-month: 4, year-named-by: start, style: kessan, sub-periods: SUBPERIODS, long-years: [LONG]}
numbers: {negative: parentheses, not-meaningful: n.m., missing: –, currency: code, group: ",", decimal: ".", changes-from: CHANGES, rounding: ROUNDING, changes: wordsNOTE}
units: {persons: {singular: person}UNITS}
`

const metrics = `metrics:
  revenue: {label: Total revenues, unit: JPY mn, kind: flow, polarity: more, sum: [services, goods]}
  services: {label: Revenues from services, unit: JPY mn, kind: flow, polarity: more}
  goods: {label: Revenues from goods, unit: JPY mn, kind: flow, polarity: more}
  cost: {label: Total costs, unit: JPY mn, kind: flow, polarity: less}
  gross: {label: Gross profit, unit: JPY mn, kind: flow, polarity: more, difference: [revenue, cost]}
  income: {label: Operating income, unit: JPY mn, kind: flow, polarity: more}
  margin: {label: Operating margin, unit: "%", kind: ratio, polarity: more, decimals: 1, ratio: [income, revenue]}
  adjusted: {label: Adjusted income, unit: JPY mn, kind: flow, polarity: more, non-gaap: {counterpart: income}}
  cash: {label: Cash at hand, unit: JPY mn, kind: stock, polarity: more}
  cash-flow: {label: Change in cash, unit: JPY mn, kind: flow, polarity: more}
  staff: {label: Number of employees, unit: persons, kind: stock, polarity: neutral}
  holder.a: {label: Holder A, unit: "%", kind: ratio, polarity: neutral}
  holder.b: {label: Holder B, unit: "%", kind: ratio, polarity: neutral}
`

/** What differs from the smallest deck: figures by row, the words of one slide, ties, waivers, settings. */
export interface SmallDeck {
  /** Columns after metric and unit, e.g. "FY07,FY08". */
  readonly columns?: string
  /** Rows of data/figures/a.csv: metric, unit, measure, status, then the columns. */
  readonly rows?: readonly string[]
  /** Of the first slide, and of the deck. */
  readonly title?: string
  readonly deckTitle?: string
  readonly body?: string
  readonly note?: string
  readonly front?: string
  readonly layout?: string
  readonly ties?: readonly string[]
  /** Count nouns beside persons, e.g. "plants: {}". */
  readonly units?: string
  readonly metrics?: readonly string[]
  /** Beside actual and target, e.g. "plan: {label: Plan, kind: forecast}". */
  readonly scenarios?: readonly string[]
  /** What data/metrics.yaml ends with, instead of `ties`. */
  readonly metricsEnd?: string
  readonly waivers?: string
  /** Lines of data/sources.yaml beside S01. */
  readonly sources?: string
  /** The text of data/published.csv. */
  readonly published?: string
  /** The text of data/net.yaml. */
  readonly net?: string
  readonly slides?: Readonly<Record<string, string>>
  readonly rounding?: 'nearest' | 'truncate'
  readonly changesFrom?: 'displayed' | 'unrounded'
  readonly subPeriods?: 'quarters' | 'halves'
  readonly longYears?: string
  /** `fields:` of deck.yaml, and files of data/tables by name. */
  readonly fields?: string
  readonly tables?: Readonly<Record<string, string>>
  /** Templates of the deck's own, by their path in templates/. */
  readonly templates?: Readonly<Record<string, string>>
  /** Another fiscal calendar, e.g. "style: us, start-day: 6". */
  readonly calendar?: string
  readonly reporting?: string
  /** The rounding note in another wording. */
  readonly roundingNote?: string
  readonly edition?: Edition
  readonly options?: TieOutOptions
}

const text = (path: string, content: string): SourceFile => ({ kind: 'text', path, text: content })

function filesOf(small: SmallDeck): readonly SourceFile[] {
  const {
    columns = 'FY07,FY08',
    rows = [],
    title = 'Results',
    body = '- Nothing',
    layout = 'points',
    front = '',
  } = small
  const config = settings
    .replace('title: Results', `title: ${small.deckTitle ?? 'Results'}`)
    .replace(/^calendar: .*$/m, (own) => (small.calendar === undefined ? own : `calendar: {${small.calendar}}`))
    .replace('reporting-period: FY08', `reporting-period: ${small.reporting ?? 'FY08'}`)
    .replace('UNITS', small.units === undefined ? '' : `, ${small.units}`)
    .replace('SUBPERIODS', small.subPeriods ?? 'quarters')
    .replace('LONG', small.longYears ?? '')
    .replace('CHANGES', small.changesFrom ?? 'unrounded')
    .replace('ROUNDING', small.rounding ?? 'nearest')
    .replace('NOTE', small.roundingNote === undefined ? '' : `, rounding-note: ${small.roundingNote}`)
  const ties = small.ties ? `ties:\n${small.ties.map((tie) => `  - ${tie}\n`).join('')}` : ''
  const further = (small.metrics ?? []).map((metric) => `  ${metric}\n`).join('')
  const scenarios = small.scenarios ? `scenarios:\n${small.scenarios.map((one) => `  ${one}\n`).join('')}` : ''
  const note = small.note === undefined ? '' : `\nNote: ${small.note}\n`
  return [
    ...templates.filter(({ path }) => small.templates?.[path.slice('templates/'.length)] === undefined),
    ...Object.entries(small.templates ?? {}).map(([path, content]) => text(`templates/${path}`, content)),
    text('data/deck.yaml', `${config}${small.fields === undefined ? '' : `fields: ${small.fields}\n`}`),
    text('data/metrics.yaml', `${metrics}${further}${scenarios}${small.metricsEnd ?? ties}`),
    text('data/sources.yaml', `S01: {title: Release, date: 2009-05-15}\n${small.sources ?? ''}`),
    text(
      'data/figures/a.csv',
      `metric,unit,scenario,measure,status,note,source,${columns}\n${rows.map((row) => `${row}\n`).join('')}`,
    ),
    ...(small.waivers === undefined ? [] : [text('data/waivers.yaml', small.waivers)]),
    ...(small.published === undefined ? [] : [text('data/published.csv', small.published)]),
    ...(small.net === undefined ? [] : [text('data/net.yaml', small.net)]),
    text('slides/010-results.md', `---\nlayout: ${layout}\ntitle: '${title}'\n${front}---\n${body}\n${note}`),
    ...Object.entries(small.tables ?? {}).map(([name, content]) => text(`data/tables/${name}.csv`, content)),
    ...Object.entries(small.slides ?? {}).map(([name, content]) => text(`slides/${name}.md`, content)),
  ]
}

/** A row of the small deck's figures. */
export function row(
  metric: string,
  values: string,
  { unit = 'JPY mn', scenario = '', measure = '', status = '', note = '' } = {},
): string {
  return [metric, unit, scenario, measure, status, note, 'S01', values].join(',')
}

/** What the compiler says of a small deck: "code line:column+length message | hint". */
export function compileSmall(small: SmallDeck): readonly string[] {
  const { diagnostics } = compile(filesOf(small), { edition: small.edition ?? 'presenter', needsRoundingNote })
  return diagnostics.map(
    ({ code, message, hint, place: { path, line, column, length } }) =>
      `${code} ${path} ${line}:${column}${length === undefined ? '' : `+${length}`} ${message} | ${hint}`,
  )
}

/** Compiles and ties out a small deck; a deck that does not compile is the test's own mistake. */
export function tieSmall(small: SmallDeck): { readonly deck: BoundDeck; readonly result: TieOut; readonly page: Page } {
  const files = filesOf(small)
  const fonts = { has: () => true } // as if one were named
  const compiled = compile(files, { edition: small.edition ?? 'presenter', needsRoundingNote, fonts })
  const { evidence, diagnostics, templates: read } = compiled
  if (!compiled.deck || !evidence)
    throw new Error(diagnostics.map(({ message, place }) => `${place.path}:${place.line} ${message}`).join('\n'))
  const deck: BoundDeck = { ...evidence, slides: compiled.deck.slides }
  const { language } = evidence.config
  return {
    deck,
    result: tieOut(deck, { files, ...small.options }),
    page: renderPage(compiled.deck, read, { language }),
  }
}

/** What one rule says of a small deck: "error: message" for all but ticks, which are only counted by name. */
export function verdictsOf(rule: RuleId, small: SmallDeck): readonly Finding['verdict'][] {
  return tieSmall(small)
    .result.findings.filter((finding) => finding.rule === rule)
    .map(({ verdict }) => verdict)
}

/** The findings of one rule. */
export function findingsOf(rule: RuleId, small: SmallDeck): readonly Finding[] {
  return tieSmall(small).result.findings.filter((finding) => finding.rule === rule)
}
