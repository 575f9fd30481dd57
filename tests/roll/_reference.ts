import type { Said } from './_fill.ts'

/** Invented quarters of the year after the reference deck's, in millions of yen; all that ties in them is computed below. */
const quarters = {
  'revenue.connectivity-outsourcing': [9_700, 9_800, 9_900, 10_000],
  'revenue.si.operation': [5_000, 5_100, 5_200, 5_300],
  'revenue.si.construction': [2_000, 2_100, 2_200, 3_300],
  'revenue.equipment-atm': [400, 410, 420, 430],
  'cost.total': [13_900, 14_080, 14_220, 15_050],
  sga: [2_700, 2_700, 2_750, 3_000],
  'new.sga': [280, 310, 340, 290],
  'loss.pretax': [60, 70, 80, 90], // between operating and pre-tax income
  'tax.current': [150, 150, 160, 170],
  'tax.deferred': [100, 90, 80, 70],
  minority: [90, 80, 70, 60],
  'equity-method': [-20, -20, -10, -10],
  'new.loss.trust-networks': [320, 310, 300, 290],
  'new.loss.gdx-japan': [40, 40, 30, 30],
  'new.loss.innovation-institute': [35, 35, 35, 35],
  'new.loss.on-demand-solutions': [160, 150, 140, 130],
  'cost.gdx-ods': [40, 40, 40, 45],
  'cost.atm': [160, 165, 170, 175],
  'cash.operating': [2_400, 2_500, 2_600, 2_700],
  'cash.investing': [-900, -900, -950, -950],
  'cash.financing': [-1_700, -1_800, -1_900, -2_000],
} as const

type Line = keyof typeof quarters

const ofQuarter = (name: Line, quarter: number): number => quarters[name][quarter - 1] ?? 0

/** All lines of a quarter, with those that others make. */
function linesOf(quarter: number): Readonly<Record<string, number>> {
  const of = (name: Line): number => ofQuarter(name, quarter)
  const recurring = of('revenue.connectivity-outsourcing') + of('revenue.si.operation')
  const oneTime = of('revenue.si.construction') + of('revenue.equipment-atm')
  const gross = recurring + oneTime - of('cost.total')
  const operating = gross - of('sga')
  const pretax = operating - of('loss.pretax')
  const tax = of('tax.current') + of('tax.deferred')
  const others = of('new.loss.gdx-japan') + of('new.loss.innovation-institute') + of('new.loss.on-demand-solutions')
  const change = of('cash.operating') + of('cash.investing') + of('cash.financing')
  return {
    ...Object.fromEntries(Object.entries(quarters).map(([name, values]) => [name, values[quarter - 1] ?? 0])),
    'revenue.recurring': recurring,
    'revenue.one-time': oneTime,
    'revenue.si': of('revenue.si.operation') + of('revenue.si.construction'),
    'revenue.total': recurring + oneTime,
    'gross.total': gross,
    'income.operating': operating,
    'income.pretax': pretax,
    'tax.total': tax,
    'income.net': pretax - tax + of('minority') + of('equity-method'),
    'new.loss.excluding-trust': others,
    'new.loss': others + of('new.loss.trust-networks'),
    'cash.change': change,
    'cash.change-before-exchange': change,
    ...servicesOf(of),
  }
}

/** Revenues and costs by service, which only the deck of a year tells. */
function servicesOf(of: (name: Line) => number): Readonly<Record<string, number>> {
  const outsourcing = Math.round(of('revenue.connectivity-outsourcing') * 0.44)
  const connectivity = of('revenue.connectivity-outsourcing') - outsourcing
  const si = of('revenue.si.operation') + of('revenue.si.construction')
  const costs = {
    'cost.connectivity-outsourcing': Math.round(of('revenue.connectivity-outsourcing') * 0.83),
    'cost.si': Math.round(si * 0.8),
  }
  return {
    ...costs,
    'revenue.outsourcing': outsourcing,
    'revenue.connectivity': connectivity,
    'revenue.connectivity.home': Math.round(connectivity * 0.3),
    'gross.connectivity-outsourcing': of('revenue.connectivity-outsourcing') - costs['cost.connectivity-outsourcing'],
    'gross.si': si - costs['cost.si'],
  }
}

/** What the deck of the year states besides: targets in their own units, and a balance that was never published before. */
const ofYearEnd: Said = {
  'bandwidth.total@2008-03-31': '430.5',
  // halves and quarters that only the year's deck tells
  'cost.atm@1H09': '325',
  'cost.atm@3Q09': '170',
  'cost.atm@2H09': '345',
  'cost.gdx-ods@1H09': '80',
  'cost.gdx-ods@3Q09': '40',
  'cost.gdx-ods@2H09': '85',
  'personnel.new-graduates@FY10': '77',
  'revenue.total@FY10#target': '75.5',
  'revenue.total@1H10#target': '36.5',
  'income.operating@FY10#target': '4.6',
  'income.operating@1H10#target': '2.0',
  'income.pretax@FY10#target': '4.2',
  'income.pretax@1H10#target': '1.8',
  'income.net@FY10#target': '3.0',
  'income.net@1H10#target': '1.2',
}

/** The figures of a quarter and of the year so far at its end, and the cash that is left; `opening` is that before the year. */
export function referenceFigures(quarter: 1 | 2 | 3 | 4, opening: number): Said {
  const parts = [1, 2, 3, 4].slice(0, quarter).map(linesOf)
  const last = parts.at(-1) ?? {}
  const soFar = ['', '1H09', '9M09', 'FY09'][quarter - 1] ?? ''
  const total = (name: string): number => parts.reduce((sum, lines) => sum + (lines[name] ?? 0), 0)
  const day = ['2009-06-30', '2009-09-30', '2009-12-31', '2010-03-31'][quarter - 1] ?? ''
  const entries = Object.keys(last).flatMap((name) => [
    [`${name}@${quarter}Q09`, String(last[name])],
    ...(soFar === '' ? [] : [[`${name}@${soFar}`, String(total(name))]]),
  ])
  return {
    ...Object.fromEntries(entries),
    ...(quarter === 4 ? ofYearEnd : {}),
    [`balance.cash@${day}`]: String(opening + total('cash.change')),
  }
}
