import type { RuleId } from '../../src/model/ties.ts'
import {
  both,
  chart,
  eachChart,
  itself,
  kept,
  longer,
  named,
  nonGaap,
  one,
  parts,
  points,
  published,
  type RuleCases,
  series,
  stacked,
  table,
  target,
  twice,
  waiver,
  worded,
  years,
} from './_case-decks.ts'
import { row } from './small-deck.ts'

/** Cases of the rules about words, labels, periods, the record and charts. */
export const wordCases: Readonly<Record<Exclude<RuleId, `${'F' | 'C'}${string}`>, RuleCases>> = {
  S1: {
    passing: points('Income rose {{growth "income" "FY"}}', years('1000,1043')),
    failing: points('Income fell {{growth "income" "FY"}}', years('1000,1043')),
    unknown: points('Income rose to {{figure "income" "FY"}}', years(',1043')),
    broken: points('Services outgrew goods: revenues from goods rose to {{figure "goods" "FY"}}', named),
  },
  S2: {
    passing: points('A record {{figure "income" "FY"}}', series),
    failing: points('A record {{figure "cost" "FY"}}', series),
    unknown: points('The fifth consecutive year of growth', series),
    broken: points('{{change "income" "FY"}} for the sixth consecutive year', series),
  },
  S3: {
    passing: { ...one, rows: [row('income', '69731'), row('income', '69.7', { unit: 'JPY bn' })] },
    failing: { ...one, rows: [row('income', '69731'), row('income', '69.9', { unit: 'JPY bn' })] },
    unknown: { ...one, rows: [row('income', '69731'), row('income', 'around 70.0', { unit: 'JPY bn' })] },
    broken: { ...one, rows: [row('cost', '731'), row('cost', '7.31', { unit: 'JPY bn' })] },
  },
  S4: {
    passing: points('{{figure "income" "FY"}}', years('1000,1043')),
    failing: { metrics: ['turnover: {label: "Total Revenues", unit: JPY mn, kind: flow, polarity: more}'] },
    unknown: itself,
    broken: { metrics: ['other: {label: "GROSS PROFIT", unit: EUR mn, kind: flow, polarity: more}'] },
  },
  S5: {
    passing: table('rows: [services, goods]\ncolumns: [FY-1, FY]'),
    failing: { columns: '2009-03-31', rows: [row('staff', '-12', { unit: 'persons' })] },
    unknown: itself,
    broken: { columns: 'FY04,FY05,FY06,FY07,FY08', rows: [row('income', '100,110,120,130,1400')] },
  },
  S6: {
    passing: table('rows: [services, goods]\ncolumns: [FY]'),
    failing: table('rows: [services, {metric: goods, decimals: 2}]\ncolumns: [FY]\nunit: JPY bn'),
    unknown: itself,
    broken: table(
      'rows: [{metric: services, decimals: 1}, {metric: income, decimals: 3}]\ncolumns: [FY]\nunit: JPY bn',
    ),
  },
  S7: {
    passing: points('All in one language {{figure "income" "FY"}}', years('1,2')),
    failing: points('Sales of 売上高'),
    unknown: itself,
    broken: { title: 'Results 決算' },
  },
  S8: {
    passing: points('Operating income was {{figure "income" "FY"}}', named),
    failing: points('Operating income was {{figure "goods" "FY"}}', named),
    unknown: itself,
    broken: table('rows: [{metric: goods, label: Operating income}]\ncolumns: [FY]'),
  },
  S9: {
    passing: points('We target operating income of {{figure "income" "FY+1" scenario="target"}}', target),
    failing: points('Operating income was {{figure "income" "FY+1" scenario="target"}} in {{period "FY+1"}}', target),
    unknown: itself,
    broken: points('Services: {{figure "services" "FY" unit=false}} million employees', named),
  },
  S10: {
    passing: points('Revenues from services rose fourteen per cent', worded),
    failing: points('Revenues from services rose twenty per cent', worded),
    unknown: points('A quarter of our clients are banks', worded),
    broken: points('Revenues from goods are half of total revenues', worded),
  },
  P1: {
    passing: points('{{figure "income" "FY"}} in {{period "FY"}}', named),
    failing: points('{{figure "income" "FY"}} in {{period "FY-1"}}', named),
    unknown: itself,
    broken: points('In 5Q08 all was well'),
  },
  P2: {
    passing: points('{{figure "income" "FY-1"}}', { ...named, ties: ['{comparison-set: {from: FY07}}'] }),
    failing: points('Launched in December 2009'),
    unknown: itself,
    broken: points('{{figure "cost" "FY+2"}}', { columns: 'FY10', rows: [row('cost', '900')] }),
  },
  P3: {
    passing: published('income@FY08', '1043'),
    failing: published('income@FY08', '1050'),
    unknown: 'what was never published has nothing to keep',
    broken: { rows: [row('income', '1000,', { status: 'restated' })] },
  },
  P4: {
    passing: points('With [[3G]] and {{figure "income" "FY"}}', named),
    failing: points('Sales of 1,043 million'),
    unknown: itself,
    broken: { note: 'Say 7 words.' },
  },
  G1: {
    passing: target,
    failing: { columns: '1H09,FY09', rows: [row('income', '140,100', { scenario: 'target' })] },
    unknown: 'a half without its year is not held against anything',
    broken: {
      columns: 'FY09',
      rows: [row('income', '75..73', { scenario: 'target', status: 'range' })],
      code: 'invalid-range',
    },
  },
  N1: {
    passing: nonGaap(both),
    failing: nonGaap('- {{figure "adjusted" "FY"}}'),
    unknown: nonGaap(both, []),
    broken: { ...nonGaap('- {{figure "income" "FY"}}'), title: '{{figure "adjusted" "FY"}}' },
  },
  N2: {
    passing: { ...named, net: 'tied-share: 0\n' },
    failing: points('{{figure "income" "FY"}}', { ...named, net: 'tied-share: 50\n' }),
    unknown: itself,
    broken: { ...named, net: 'ties:\n  - identity core of earned rent\n' },
  },
  N3: {
    passing: kept,
    failing: { ...published('income@FY08', '1043'), net: 'published: {rows: 2, digest: "x"}\n' },
    unknown: itself,
    broken: published('profit@FY08', '5'),
  },
  L1: {
    passing: {
      ...points('We expect {{figure "income" "FY+1" scenario="target"}}', target),
      slides: { '020-forward': '---\nlayout: statement\ntitle: Forward-looking statement\n---\nAll is uncertain.\n' },
    },
    failing: points('We expect {{figure "income" "FY+1" scenario="target"}}', target),
    unknown: itself,
    broken: { ...target, ...chart('type: column\nseries: [income]\nscenario: target\nperiods: [FY+1]', target) },
  },
  V1: {
    passing: twice('100', '100'),
    failing: { ...twice('100', '101'), code: 'missing-confirmation' },
    unknown: 'documents that do not agree are a mistake of their rows',
    broken: { ...twice('100', '1001'), code: 'missing-confirmation' },
  },
  X1: {
    passing: chart(stacked),
    failing: { ...chart(stacked), seed: eachChart(longer) },
    unknown: itself,
    broken: { ...chart(stacked), seed: eachChart((model) => ({ ...model, type: 'stacked-column-100' })) },
  },
  X2: {
    passing: chart(stacked),
    failing: { ...chart(stacked), seed: eachChart((model) => ({ ...model, bounds: { min: 40, max: 120 } })) },
    unknown: itself,
    broken: { ...chart(stacked), seed: eachChart((model) => ({ ...model, bounds: { min: 10, max: 30 } })) },
  },
  X3: {
    passing: table(
      'rows: [services, goods, {metric: revenue, total: true}]\ncolumns: [FY]',
      parts('1080', '700', '380'),
    ),
    failing: table('rows: [services, goods, {metric: revenue, total: true}]\ncolumns: [FY]', parts('1080', '700', '')),
    unknown: itself,
    broken: chart(stacked, { rows: [row('services', '50,60'), row('goods', '30,'), row('revenue', '80,100')] }),
  },
  X4: {
    passing: table('rows: [services, goods]\ncolumns: [{period: FY, label: This}, {period: FY-1, label: Before}]'),
    failing: table('rows: [services, goods]\ncolumns: [{period: FY, label: This}, {period: FY-1, label: This}]'),
    unknown: itself,
    broken: {
      ...named,
      body: '```tiles\n- {metric: services, period: FY, label: Revenues}\n- {metric: goods, period: FY, label: Revenues}\n```',
    },
  },
  W1: {
    passing: { ...parts('110', '60', '40'), waivers: waiver('fact: revenue@FY08, printed: "110 JPY mn"') },
    failing: { ...parts('100', '60', '40'), waivers: waiver('fact: revenue@FY08, printed: "100 JPY mn"') },
    unknown: itself,
    broken: { ...parts('110', '60', '40'), waivers: waiver('fact: revenue@FY08, printed: "109 JPY mn"') },
  },
}
