import type { RuleId } from '../../src/model/ties.ts'
import {
  bridge,
  cagr,
  cut,
  eachUse,
  itself,
  long,
  margin,
  margins,
  one,
  parts,
  points,
  printed,
  quarters,
  type RuleCases,
  rate,
  rolled,
  shares,
  spans,
  years,
} from './_case-decks.ts'
import { wordCases } from './_word-cases.ts'
import { row } from './small-deck.ts'

/** Every rule with its cases. A new rule needs a line here. */
export const ruleCases: Readonly<Record<RuleId, RuleCases>> = {
  F1: {
    passing: parts('100', '60', '40'),
    failing: parts('110', '60', '40'),
    unknown: { ...one, rows: [row('revenue', '100'), row('services', '60')] },
    broken: {
      ...one,
      ties: ['{total: cost, parts: [income, cash-flow]}'],
      rows: [row('cost', '9'), row('income', '5'), row('cash-flow', '1')],
    },
  },
  F2: {
    passing: cut(parts('100', '60', '40')),
    failing: cut(parts('99', '60', '40')),
    unknown: 'truncated parts of which one is missing are a row of F1',
    broken: cut(parts('104', '60', '40')),
  },
  F3: {
    passing: printed(parts('1000', '600', '400')),
    failing: printed(parts('999', '600', '400')),
    unknown: 'only what is printed together is added',
    broken: {
      ...spans('10,20,30,40,110'),
      body: ['Q1', 'Q2', 'Q3', 'Q4', 'FY'].map((period) => `- {{figure "income" "${period}"}}`).join('\n'),
    },
  },
  F4: {
    passing: spans('10,20,30,40,100'),
    failing: spans('10,20,30,40,110'),
    unknown: spans('10,20,,40,100'),
    broken: { columns: '1H08,2H08,FY08', subPeriods: 'halves', rows: [row('cost', '50,60,101')] },
  },
  F4b: {
    passing: spans('10,20,30,40,100'),
    failing: spans('10,20,30,40,35'),
    unknown: spans('10,20,,40,35'),
    broken: spans('1,2,3,40,4', 'services'),
  },
  F5: {
    passing: rolled('100', '-20', '80'),
    failing: rolled('100', '-20', '120'),
    unknown: rolled('', '-20', '80'),
    broken: rolled('100', '20', '1200'),
  },
  F6: {
    passing: shares('60.5', '39.5'),
    failing: shares('65.5', '39.5'),
    unknown: shares('60.5', ''),
    broken: { ...one, rows: [row('revenue', '100'), row('cost', '60'), row('gross', '50')] },
  },
  F7: {
    passing: bridge('3', '23'),
    failing: bridge('3', '32'),
    unknown: bridge('2..4', '23'),
    broken: bridge('3', ''),
  },
  C1: {
    passing: years('100,130', row('income', ',30', { measure: 'yoy-difference' })),
    failing: years('100,130', row('income', ',40', { measure: 'yoy-difference' })),
    unknown: years(',130', row('income', ',30', { measure: 'yoy-difference' })),
    broken: years('100,130', row('income', ',-30', { measure: 'yoy-difference' })),
  },
  C2: {
    passing: years('1000,1043', rate(',4.3')),
    failing: years('1000,1043', rate(',5.3')),
    unknown: years(',1043', rate(',4.3')),
    broken: years('1000,1043', rate(',-4.3')),
  },
  C3: {
    passing: { ...years('-100,50'), body: '- {{change "income" "FY"}}' },
    failing: years('-100,50', rate(',150.0')),
    unknown: 'a change whose base is not known is a row of C2',
    broken: years('100,-50', rate(',-150.0')),
  },
  C4: {
    passing: { ...years('-100,-150'), body: '- The loss increased to {{figure "income" "FY" form="magnitude"}}' },
    failing: { ...years('-100,-150'), body: '- The loss decreased to {{figure "income" "FY" form="magnitude"}}' },
    unknown: {
      columns: '2008-03-31,2009-03-31',
      rows: [row('staff', '10,12', { unit: 'persons' })],
      body: '- Headcount improved by {{difference "staff" "FY" form="magnitude"}}',
    },
    broken: { ...years('150,100'), body: '- Income improved {{growth "income" "FY"}}' },
  },
  C5: {
    passing: margin('4.0,5.1', [row('margin', ',1.1', { unit: 'points', measure: 'yoy' })]),
    failing: margin('4.0,5.1', [row('margin', ',2.1', { unit: 'points', measure: 'yoy' })]),
    unknown: margin(',5.1', [row('margin', ',1.1', { unit: 'points', measure: 'yoy' })]),
    broken: { ...margin('4.0,5.1'), body: '- {{change "margin" "FY" comparator=false}} per cent' },
  },
  C6: {
    passing: margins('4.2', row('income', '42'), row('revenue', '1000')),
    failing: margins('4.7', row('income', '42'), row('revenue', '1000')),
    unknown: margins('4.2', row('income', '42')),
    broken: margins('24.0', row('income', '42'), row('revenue', '1000')),
  },
  C7: {
    passing: cagr('100'),
    failing: { ...cagr('100'), seed: eachUse((use) => ({ ...use, displayed: '11.0' })) },
    unknown: cagr('95..105'),
    broken: { ...cagr('100'), seed: eachUse((use) => ({ ...use, displayed: '21.0' })) },
  },
  C8: {
    passing: points('Income grew {{growth "income" "Q"}} year on year', quarters),
    failing: points('Income grew {{growth "income" "Q"}} QoQ', quarters),
    unknown: itself,
    broken: points('Income grew {{growth "income" "Q"}} compared to {{period "Q-1"}}', quarters),
  },
  C9: {
    passing: { ...long, body: '- {{change "income" "FY"}}\n- The year had [[53]] weeks' },
    failing: long,
    unknown: itself,
    broken: { ...long, body: '- {{difference "income" "FY"}}' },
  },
  ...wordCases,
}
