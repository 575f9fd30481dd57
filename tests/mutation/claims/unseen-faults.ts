import { type Mutation, slideFault } from '../mutation.ts'

/**
 * A second list, in the words of other writers than those of the first, written down before any of it was tried: what is
 * found of it at the first run says more of decks that nobody has seen than the first list does.
 */

const fy = '{{period "FY"}}'
const figure = (id: string, rest = ''): string => `{{figure "${id}" "FY"${rest}}}`
const growth = (id: string): string => `{{growth "${id}" "FY"}}`
const target = (id: string): string => `{{figure "${id}" "FY+1" scenario="target"}}`

type Pair = readonly [wrong: string, right: string]

const names: readonly Pair[] = [
  [
    `Net income for the year: ${figure('income.operating')}`,
    `Operating income for the year: ${figure('income.operating')}`,
  ],
  [`${figure('income.net')} in operating income`, `${figure('income.net')} in net income`],
  [`Total costs edged to ${figure('revenue.total')}`, `Total revenues edged to ${figure('revenue.total')}`],
  [
    `Turning to operating income, we saw ${figure('income.net')}`,
    `Turning to net income, we saw ${figure('income.net')}`,
  ],
  [
    `Operating income – ${figure('cost.total')} – was the talk of the town`,
    `Total costs – ${figure('cost.total')} – were the talk of the town`,
  ],
  [
    `Net income of ${figure('income.operating')} exceeded our own hopes`,
    `Operating income of ${figure('income.operating')} exceeded our own hopes`,
  ],
  [
    `We closed ${fy} with operating income of ${figure('revenue.total')}`,
    `We closed ${fy} with total revenues of ${figure('revenue.total')}`,
  ],
  [
    `Gross margin, meanwhile, printed ${figure('income.net')}`,
    `Net income, meanwhile, printed ${figure('income.net')}`,
  ],
  [`Operating income (${fy}): ${figure('income.net')}`, `Net income (${fy}): ${figure('income.net')}`],
  [
    `Our total costs for ${fy} were up ${growth('revenue.total')}`,
    `Our total revenues for ${fy} were up ${growth('revenue.total')}`,
  ],
  [`Net income fell by ${growth('income.operating')}`, `Operating income fell by ${growth('income.operating')}`],
]
const directions: readonly Pair[] = [
  [`Total revenues shrank ${growth('revenue.total')}`, `Total revenues grew ${growth('revenue.total')}`],
  [`Total revenues were ${growth('revenue.total')} lower`, `Total revenues were ${growth('revenue.total')} higher`],
  [`A ${growth('revenue.total')} setback in total revenues`, `A ${growth('revenue.total')} advance in total revenues`],
  [
    `Operating income improved ${growth('income.operating')}`,
    `Operating income worsened ${growth('income.operating')}`,
  ],
  [
    `Operating income took off, adding ${growth('income.operating')}`,
    `Operating income fell, losing ${growth('income.operating')}`,
  ],
  [`Net income crept up ${growth('income.net')}`, `Net income came down ${growth('income.net')}`],
  [`Net income picked up by ${growth('income.net')}`, `Net income dropped by ${growth('income.net')}`],
  [`Total revenues gave up ${growth('revenue.total')}`, `Total revenues put on ${growth('revenue.total')}, a rise`],
  [
    `Operating income headed north by ${growth('income.operating')}`,
    `Operating income declined by ${growth('income.operating')}`,
  ],
  [
    `Recurring revenues trailed by ${growth('revenue.recurring')}`,
    `Recurring revenues increased by ${growth('revenue.recurring')}`,
  ],
  [
    'Total revenues have never been lower than in {{period "FY"}}: {{figure "revenue.total" "FY"}}',
    'Total revenues were {{figure "revenue.total" "FY"}} in {{period "FY"}}',
  ],
]
const scenarios: readonly Pair[] = [
  [
    `${fy} is over, and in {{period "FY+1"}} total revenues have been ${target('revenue.total')}`,
    `In {{period "FY+1"}} total revenues are to be ${target('revenue.total')}`,
  ],
  [
    `Net income for {{period "FY+1"}}, at ${target('income.net')}, has been banked`,
    `Net income for {{period "FY+1"}} is guided to ${target('income.net')}`,
  ],
  [
    `Operating income clocked in at ${target('income.operating')} in {{period "FY+1"}}`,
    `We see operating income at ${target('income.operating')} in {{period "FY+1"}} as our target`,
  ],
  [`{{period "FY+1"}}: we sold ${target('revenue.total')}`, `{{period "FY+1"}} outlook: ${target('revenue.total')}`],
  [`The year brought ${target('income.net')} of net income`, `The plan foresees ${target('income.net')} of net income`],
  [
    `We are looking for total revenues of ${figure('revenue.total')} in ${fy}`,
    `We had total revenues of ${figure('revenue.total')} in ${fy}`,
  ],
  [
    `The outlook for net income in ${fy} is ${figure('income.net')}`,
    `The outcome for net income in ${fy} is ${figure('income.net')}`,
  ],
]
const signs: readonly Pair[] = [
  [
    'The third quarter closed with earnings of {{figure "income.net" "3Q08" form="magnitude"}}',
    'The third quarter closed with a net loss of {{figure "income.net" "3Q08" form="magnitude"}}',
  ],
  [
    'Net income landed at {{figure "income.net" "3Q08" form="magnitude"}} in {{period "3Q08"}}',
    'The net loss was {{figure "income.net" "3Q08" form="magnitude"}} in {{period "3Q08"}}',
  ],
  [
    'Financing activities gave us {{figure "cash.financing" "FY" form="magnitude"}}',
    'Financing activities took {{figure "cash.financing" "FY" form="magnitude"}} of cash, an outflow',
  ],
  [
    'Cash inflow from financing: {{figure "cash.financing" "FY" form="magnitude"}}',
    'Cash outflow from financing: {{figure "cash.financing" "FY" form="magnitude"}}',
  ],
  [`The bottom line was a loss: ${figure('income.net')}`, `The bottom line was a profit: ${figure('income.net')}`],
  [`We lost ${figure('income.net')} in ${fy}`, `We made ${figure('income.net')} in ${fy}`],
  [`Net income was in the red at ${figure('income.net')}`, `Net income was in the black at ${figure('income.net')}`],
]
const units: readonly Pair[] = [
  [
    `Sales of {{figure "revenue.total" "FY" unit=false}} bn yen`,
    `Sales of {{figure "revenue.total" "FY" unit=false}} mn yen`,
  ],
  [`¥{{figure "revenue.total" "FY" unit=false}} billion`, `¥{{figure "revenue.total" "FY" unit=false}} million`],
  [
    `USD{{figure "income.net" "FY" unit=false}} million was left`,
    `JPY{{figure "income.net" "FY" unit=false}} million was left`,
  ],
  [
    `{{figure "income.net" "FY" unit=false}} million dollars was left`,
    `{{figure "income.net" "FY" unit=false}} million yen was left`,
  ],
  [
    `{{figure "revenue.total" "FY" as="JPY bn" decimals=1 unit=false}}m yen`,
    `{{figure "revenue.total" "FY" as="JPY bn" decimals=1 unit=false}}bn yen`,
  ],
  [
    `A margin of {{figure "margin.operating" "FY" unit=false}} percentage points`,
    `A margin of {{figure "margin.operating" "FY" unit=false}} per cent`,
  ],
  [
    `{{figure "personnel.employees" "FY" unit=false}} customers`,
    `{{figure "personnel.employees" "FY" unit=false}} employees`,
  ],
]
const times: readonly Pair[] = [
  [
    `Total revenues in the quarter were ${figure('revenue.total')}`,
    `Total revenues in the year were ${figure('revenue.total')}`,
  ],
  [
    `For the six months, net income was ${figure('income.net')}`,
    `For the twelve months, net income was ${figure('income.net')}`,
  ],
  [
    `Total revenues in H2 were ${figure('revenue.total')}`,
    `Total revenues in the full year were ${figure('revenue.total')}`,
  ],
  [`Quarterly total revenues: ${figure('revenue.total')}`, `Annual total revenues: ${figure('revenue.total')}`],
  [
    `Twelve months ago total revenues were ${figure('revenue.total')}`,
    `Twelve months ago total revenues were {{figure "revenue.total" "FY-1"}}`,
  ],
  [
    `Total revenues rose ${growth('revenue.total')} sequentially`,
    `Total revenues rose ${growth('revenue.total')} year on year`,
  ],
  [
    `Total revenues rose ${growth('revenue.total')} quarter on quarter`,
    `Total revenues rose ${growth('revenue.total')} on the year before`,
  ],
  [
    `In the back half, operating income was ${figure('income.operating')}`,
    `In the full year, operating income was ${figure('income.operating')}`,
  ],
]
const words: readonly Pair[] = [
  ['Total revenues added a quarter', 'Total revenues added four per cent'],
  ['Operating income fell by half', 'Operating income fell by thirty-nine per cent'],
  ['Total revenues grew by a third', 'Total revenues grew by four per cent'],
  ['Net income halved twice over and still beat the year before', 'Net income fell and did not beat the year before'],
  [
    'Recurring revenues make up nine tenths of total revenues',
    'Recurring revenues make up more than three quarters of total revenues',
  ],
  ['Total revenues grew tenfold', 'Total revenues grew'],
  ['Total revenues topped eighty billion yen', 'Total revenues topped sixty-nine billion yen'],
  ['Total costs came down', 'Total costs went up'],
  ['Total costs grew more slowly than total revenues', 'Total costs grew faster than total revenues'],
  ['Operating income outgrew total revenues', 'Total revenues outgrew operating income'],
  ['Operating income rose for the fifth year running', 'Operating income fell'],
  ['Net income set a new high', 'Net income set no new high'],
  ['Operating income was better than a year ago', 'Operating income was worse than a year ago'],
]

const said: readonly (readonly [string, readonly Pair[]])[] = [
  ['names, second list', names],
  ['directions, second list', directions],
  ['scenarios, second list', scenarios],
  ['signs, second list', signs],
  ['units, second list', units],
  ['times, second list', times],
  ['words and comparisons, second list', words],
]

const slide = (body: string): string => `---\nlayout: points\ntitle: One sentence\n---\n- ${body}\n`

/** The false sentences, each on a slide of its own, with its true twin. */
export const unseenFaults = (): readonly Mutation[] =>
  said
    .flatMap(([kind, pairs]) => pairs.map((pair) => ({ kind, pair })))
    .map(({ kind, pair: [wrong, right] }, index) =>
      slideFault({ kind, index: 700 + index, text: slide(wrong), twin: slide(right) }),
    )
