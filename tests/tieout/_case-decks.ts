import type { ChartModel } from '../../src/model/chart.ts'
import type { BoundDeck, FigureUse, Slide } from '../../src/model/deck.ts'
import { digest } from '../../src/project/record/digest.ts'
import { addedRows, publishedFigures, publishedText } from '../../src/tieout/report/published.ts'
import { row, type SmallDeck, tieSmall } from './small-deck.ts'

/** A deck with a mistake; of the engine's own, where authors can make none: `seed` puts it into the compiled deck. */
export interface FaultyDeck extends SmallDeck {
  readonly seed?: (deck: BoundDeck) => BoundDeck
  /** Code of the compiler, which finds it before the rule does. */
  readonly code?: string
}

/** A small deck that a rule accepts, one that it fails, one that lacks what the rule needs, and another broken one. */
export interface RuleCases {
  readonly passing: SmallDeck
  readonly failing: FaultyDeck
  /** A deck in which it cannot be checked, or why there is none: what such a rule judges stands in the deck itself. */
  readonly unknown: SmallDeck | string
  /** Fails in another way than `failing`; the finding stands at its line, with what to do. */
  readonly broken: FaultyDeck
}

export const one = { columns: 'FY08' }
export const points = (body: string, more: SmallDeck = {}): SmallDeck => ({ ...more, body: `- ${body}` })
export const years = (values: string, ...rows: readonly string[]): SmallDeck => ({
  rows: [row('income', values), ...rows],
})
export const rate = (values: string): string => row('income', values, { unit: '%', measure: 'yoy' })
export const parts = (revenue: string, services: string, goods: string): SmallDeck => ({
  ...one,
  rows: [row('revenue', revenue), row('services', services), row('goods', goods)],
})
export const cut = (small: SmallDeck): SmallDeck => ({ ...small, rounding: 'truncate' })
export const printed = (small: SmallDeck): SmallDeck => ({
  ...cut(small),
  body: ['services', 'goods', 'revenue'].map((id) => `- {{figure "${id}" "FY"}}`).join('\n'),
})
export const spans = (values: string, metric = 'income'): SmallDeck => ({
  columns: '1Q08,2Q08,3Q08,4Q08,FY08',
  rows: [row(metric, values)],
})
export const shares = (a: string, b: string): SmallDeck => ({
  ...one,
  ties: ['{shares-sum-to: 100, parts: [holder.a, holder.b]}'],
  rows: [row('holder.a', a, { unit: '%' }), row('holder.b', b, { unit: '%' })],
})
export const rolled = (opening: string, flow: string, closing: string): SmallDeck => ({
  columns: '2008-03-31,FY08,2009-03-31',
  ties: ['{roll-forward: {opening: cash, movements: [cash-flow], closing: cash}}'],
  rows: [row('cash', `${opening},,${closing}`), row('cash-flow', `,${flow},`)],
})
export const margin = (values: string, more: readonly string[] = []): SmallDeck => ({
  rows: [row('margin', values, { unit: '%' }), ...more],
})
export const margins = (margin: string, ...rows: readonly string[]): SmallDeck => ({
  ...one,
  rows: [row('margin', margin, { unit: '%' }), ...rows],
})
export const cagr = (from: string): SmallDeck => ({
  columns: 'FY06,FY07,FY08',
  rows: [row('income', `${from},110,121`)],
  body: '- {{cagr "income" from="FY06" to="FY08"}}',
})
export const quarters: SmallDeck = { columns: '4Q07,3Q08,4Q08', rows: [row('income', '100,120,130')] }
export const long: SmallDeck = { ...years('100,130'), longYears: 'FY08', body: '- {{change "income" "FY"}}' }
export const series: SmallDeck = {
  columns: 'FY03,FY04,FY05,FY06,FY07,FY08',
  rows: [row('income', '10,20,30,40,50,60'), row('cost', '60,10,20,30,25,20')],
  front: 'historical: true\n',
}
export const worded: SmallDeck = {
  rows: [row('revenue', '1000,1080'), row('services', '600,684'), row('goods', '400,396'), row('cost', ',3100')],
}
export const named: SmallDeck = {
  rows: [row('services', '600,700'), row('goods', '400,380'), row('income', '200,180')],
}
export const target: SmallDeck = {
  columns: '1H09,FY09',
  rows: [row('income', '40,100', { scenario: 'target' }), row('cost', ',900')],
}
export const nonGaap = (body: string, ties = ['{identity: adjusted - goods = income}']): SmallDeck => ({
  ...one,
  rows: [row('income', '100'), row('adjusted', '130'), row('goods', '30')],
  ties,
  body,
})
export const both = '- {{figure "income" "FY"}} and {{figure "adjusted" "FY"}}'
export const chart = (spec: string, more: SmallDeck = {}): SmallDeck => ({
  rows: [row('services', '50,60'), row('goods', '30,40'), row('revenue', '80,100')],
  layout: 'chart-and-points',
  ...more,
  body: `\`\`\`chart\n${spec}\n\`\`\`\n- Text`,
})
/** Two bars, and the points beside them with the figures of these metrics. */
export const beside = (...metrics: readonly string[]): SmallDeck => ({
  rows: [row('income', '100,120'), row('cost', '50,40')],
  layout: 'chart-and-points',
  front: 'class: narrow aligned\n',
  body: `\`\`\`chart\ntype: bar\nitems: [income, cost]\nperiod: FY\n\`\`\`\n${metrics.map((id) => `- *{{figure "${id}" "FY-1" unit=false}}*`).join('\n')}`,
})
export const stacked = 'type: stacked-column\nseries: [services, goods]\nperiods: [FY-1, FY]\ntotals: revenue'
export const table = (spec: string, more: SmallDeck = {}): SmallDeck => ({
  ...named,
  ...more,
  body: `\`\`\`table\n${spec}\n\`\`\``,
})
export const bridge = (goods: string, adjusted: string): SmallDeck => ({
  ...one,
  rows: [row('income', '20'), row('goods', goods), row('adjusted', adjusted)],
  body: '```table\nreconciliation:\n  - {from: income, adjustments: [goods], to: adjusted}\ncolumns: [FY]\n```',
})
const eachSlide =
  (turn: (slide: Slide) => Slide) =>
  (deck: BoundDeck): BoundDeck => ({ ...deck, slides: deck.slides.map(turn) })
export const eachUse = (turn: (use: FigureUse) => FigureUse): ((deck: BoundDeck) => BoundDeck) =>
  eachSlide((slide) => ({ ...slide, uses: slide.uses.map(turn) }))
export const eachChart = (turn: (chart: ChartModel) => ChartModel): ((deck: BoundDeck) => BoundDeck) =>
  eachSlide((slide) => ({
    ...slide,
    visuals: slide.visuals.map((visual) =>
      visual.kind === 'chart' ? { ...visual, chart: turn(visual.chart) } : visual,
    ),
  }))
export const longer = (chart: ChartModel): ChartModel => ({
  ...chart,
  series: chart.series.map((series) => ({
    ...series,
    marks: series.marks.map((mark) => mark && { ...mark, value: mark.value + 15 }),
  })),
})
const header = 'edition,fact,printed,unit,label,source,chain\n'
export const published = (fact: string, value: string, unit = 'JPY mn'): SmallDeck => ({
  ...years('1000,1043'),
  body: '- {{figure "income" "FY"}} and {{change "income" "FY"}}',
  published: `${header}2008-07-08,${fact},${value},${unit},,,x\n`,
})
const recorded: SmallDeck = { ...years('1000,1043'), body: '- {{figure "income" "FY"}}' }
const rows = addedRows([], publishedFigures(tieSmall(recorded).deck), digest)
export const kept: SmallDeck = {
  ...recorded,
  published: publishedText(rows),
  net: `published: {rows: ${rows.length}, digest: "${rows.at(-1)?.chain}"}\n`,
}
export const waiver = (pins: string): string =>
  `- {rule: F1, ${pins}, reason: the release says so itself, who: A. Person, when: 2009-05-15}\n`
export const twice = (older: string, newer: string): SmallDeck => ({
  columns: 'FY08',
  sources: 'S02: {title: Annual report, date: 2009-06-30}\n',
  rows: [row('income', older), row('income', newer).replace('S01', 'S02')],
})
export const itself = 'what it judges stands in the deck itself'
