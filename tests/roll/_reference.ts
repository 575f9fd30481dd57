import type { Said } from './_fill.ts'

/** Invented quarters of the year after the reference deck's, in millions of yen; all that ties in them is computed below. */
const quarters = {
  'revenue.connectivity-outsourcing': [9_700, 9_800, 9_900, 10_000],
  'revenue.si.operation': [5_000, 5_100, 5_200, 5_300],
  'revenue.si.construction': [2_000, 2_100, 2_200, 3_300],
  'revenue.equipment-atm': [400, 410, 420, 430],
  'cost.total': [13_600, 13_800, 14_000, 14_900],
  sga: [2_700, 2_700, 2_750, 2_800],
  'loss.pretax': [60, 70, 80, 90], // between operating and pre-tax income
  'tax.current': [150, 150, 160, 170],
  'tax.deferred': [100, 90, 80, 70],
  minority: [90, 80, 70, 60],
  'equity-method': [-20, -20, -10, -10],
  'new.loss.trust-networks': [250, 240, 230, 220],
  'new.loss.gdx-japan': [40, 40, 30, 30],
  'new.loss.innovation-institute': [35, 35, 35, 35],
  'new.loss.on-demand-solutions': [160, 150, 140, 130],
  'cash.operating': [2_400, 2_500, 2_600, 2_700],
  'cash.investing': [-900, -900, -950, -950],
  'cash.financing': [-1_200, -1_200, -1_250, -1_250],
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
  }
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
  return { ...Object.fromEntries(entries), [`balance.cash@${day}`]: String(opening + total('cash.change')) }
}
