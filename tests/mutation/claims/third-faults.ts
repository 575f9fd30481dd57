import { type Mutation, slideFault } from '../mutation.ts'

/** A third list, of kinds that neither of the others has: names that no metric has, measures that are not stated, the only part. */

const fy = '{{period "FY"}}'
const figure = (id: string, rest = ''): string => `{{figure "${id}" "FY"${rest}}}`
const growth = (id: string): string => `{{growth "${id}" "FY"}}`
const change = (id: string): string => `{{change "${id}" "FY"}}`

type Pair = readonly [wrong: string, right: string]

const usualNames: readonly Pair[] = [
  [`EBIT came to ${figure('income.net')}`, `EBIT came to ${figure('income.operating')}`],
  [`EBITDA reached ${figure('income.operating')}`, `EBIT reached ${figure('income.operating')}`],
  [`Turnover was ${figure('income.operating')}`, `Turnover was ${figure('revenue.total')}`],
  [`Operating profit ${change('revenue.total')}`, `Turnover ${change('revenue.total')}`],
  [`Profit after tax fell ${growth('income.operating')}`, `Operating profit fell ${growth('income.operating')}`],
  [`Earnings per share were ${figure('income.net')}`, `Net profit was ${figure('income.net')}`],
  [`Pre-tax profit amounted to ${figure('income.net')}`, `Net profit amounted to ${figure('income.net')}`],
  [`Free cash flow stood at ${figure('income.operating')}`, `Operating income stood at ${figure('income.operating')}`],
  [
    `We booked ${figure('income.operating')} of gross profit`,
    `We booked ${figure('income.operating')} of operating profit`,
  ],
]

const qualified: readonly Pair[] = [
  [
    `Organic revenue growth: total revenues grew organically by ${growth('revenue.total')}`,
    `Total revenues grew by ${growth('revenue.total')}`,
  ],
  [
    `At constant exchange rates, total revenues rose ${growth('revenue.total')}`,
    `At yen rates, total revenues rose ${growth('revenue.total')}`,
  ],
  [
    `Like-for-like, total revenues were ${change('revenue.total')}`,
    `In all, total revenues were ${change('revenue.total')}`,
  ],
  [
    `Adjusted operating income was ${figure('income.operating')}`,
    `Our operating income was ${figure('income.operating')}`,
  ],
  [`Underlying net income came to ${figure('income.net')}`, `The net income came to ${figure('income.net')}`],
  [
    `Total revenues rose ${growth('revenue.total')} in constant currency`,
    `Total revenues rose ${growth('revenue.total')} in yen`,
  ],
  [
    `Normalised operating income of ${figure('income.operating')} was left`,
    `An operating income of ${figure('income.operating')} was left`,
  ],
]

const parts: readonly Pair[] = [
  [`One-time revenue was the only line to grow in ${fy}`, `Recurring revenue was the only line to grow in ${fy}`],
  [
    'Operating income of the first half was {{figure "income.operating" "Q"}}',
    'Operating income of the fourth quarter was {{figure "income.operating" "Q"}}',
  ],
  [
    `Total revenues were ${figure('revenue.total')} (${fy}: {{figure "revenue.total" "FY-1"}})`,
    `Total revenues were ${figure('revenue.total')} ({{period "FY-1"}}: {{figure "revenue.total" "FY-1"}})`,
  ],
]

const said: readonly (readonly [string, readonly Pair[]])[] = [
  ['usual names', usualNames],
  ['measures that are not stated', qualified],
  ['parts and periods', parts],
]

const slide = (body: string): string => `---\nlayout: points\ntitle: One sentence\n---\n- ${body}\n`

/** The false sentences, each on a slide of its own, with its true twin. */
export const thirdFaults = (): readonly Mutation[] =>
  said
    .flatMap(([kind, pairs]) => pairs.map((pair) => ({ kind, pair })))
    .map(({ kind, pair: [wrong, right] }, index) =>
      slideFault({ kind, index: 900 + index, text: slide(wrong), twin: slide(right) }),
    )
