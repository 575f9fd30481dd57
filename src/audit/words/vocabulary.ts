/** Measures that are known at days, and those of two others; all else is known over spans. Ids of the language's `measures`. */
const stocks: ReadonlySet<string> = new Set([
  'shares',
  'backlog',
  'total-assets',
  'total-liabilities',
  'liabilities-and-equity',
  'equity',
  'cash',
  'net-debt',
  'net-cash',
  'total-debt',
  'receivables',
  'inventories',
  'headcount',
  'count',
  'arr',
])
const ratios: ReadonlySet<string> = new Set([
  'effective-tax-rate',
  'payout-ratio',
  'operating-margin',
  'ebitda-margin',
  'gross-margin-ratio',
  'net-margin',
  'equity-ratio',
  'ownership',
  'churn',
  'retention',
  'margin',
  'ratio',
])

/** Whether a measure is a flow, a stock or a ratio; undefined for words outside the vocabulary. */
export function measureKind(id: string | undefined): 'flow' | 'stock' | 'ratio' | undefined {
  if (id === undefined) return undefined
  return stocks.has(id) ? 'stock' : ratios.has(id) ? 'ratio' : 'flow'
}
