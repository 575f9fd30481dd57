import { type Mutation, slideFault } from '../mutation.ts'

/**
 * False sentences about the reference deck, each with a twin that says the same truly: a twin that alarms is a false alarm.
 * All words were gathered for this test from releases and reports, and none from the engine's vocabulary.
 */

interface Said {
  readonly kind: string
  readonly wrong: string
  readonly right: string
}

/** How writers lead from a subject to its amount. */
const verbs = [
  ...['was', 'came to', 'amounted to', 'reached', 'stood at', 'totalled', 'came in at', 'ran to', 'equalled', 'hit'],
  ...['ended the year at', 'finished at', 'settled at', 'landed at', 'worked out at', 'added up to', 'has been'],
]

const lines = {
  sales: { label: 'Total revenues', id: 'revenue.total' },
  costs: { label: 'Total costs', id: 'cost.total' },
  operating: { label: 'Operating income', id: 'income.operating' },
  net: { label: 'Net income', id: 'income.net' },
  people: { label: 'Personnel related costs and expenses', id: 'personnel.cost' },
  overhead: { label: 'SG&A/R&D', id: 'sga' },
  gross: { label: 'Gross margin', id: 'gross.total' },
  cash: { label: 'Net cash provided by operating activities', id: 'cash.operating' },
} as const

/** Lines of which neither is part of the other. */
const pairs = [
  [lines.operating, lines.net],
  [lines.net, lines.sales],
  [lines.people, lines.operating],
  [lines.cash, lines.net],
  [lines.sales, lines.costs],
  [lines.overhead, lines.people],
  [lines.costs, lines.cash],
] as const

const value = (id: string, rest = ''): string => `{{figure "${id}" "FY"${rest}}}`

const names = pairs.flatMap(([a, b], at): readonly Said[] => {
  const said = (frame: (label: string) => string): Said => ({
    kind: 'another name beside the number',
    wrong: frame(b.label),
    right: frame(a.label),
  })
  const own = verbs.filter((_, index) => index % pairs.length === at || index % 3 === at % 3)
  return [
    ...own.map((verb) => said((label) => `${label} ${verb} ${value(a.id)}`)),
    said((label) => `${label}: ${value(a.id)} ({{period "FY"}})`),
    said((label) => `We had ${value(a.id)} of ${label}`),
    said((label) => `In {{period "FY"}} our ${label}, at ${value(a.id)}, set the pace`),
    said((label) => `Consolidated ${label} of ${value(a.id)} for the year`),
    said((label) => `Of the year, ${label} of ${value(a.id)} says it all`),
  ]
})

const promised = [lines.sales, lines.operating, lines.net] as const
const target = (id: string): string => `{{figure "${id}" "FY+1" scenario="target"}}`
const tellings = [
  ...['was', 'reached', 'came to', 'hit', 'amounted to', 'totalled', 'rose to', 'ended at', 'stood at', 'climbed to'],
  ...['worked out at', 'has come in at', 'turned out to be'],
]
const hopes = [
  'is expected to come to',
  'is targeted at',
  'is forecast to reach',
  'should be',
  'will be',
  'is planned at',
]
const deeds = ['earned', 'booked', 'made', 'posted', 'generated', 'delivered', 'achieved', 'recorded', 'took home']

const scenarios = promised.flatMap(({ label, id }): readonly Said[] => [
  ...tellings.map((verb, at) => ({
    kind: 'a target told as fact',
    wrong: `In {{period "FY+1"}} ${label} ${verb} ${target(id)}`,
    right: `In {{period "FY+1"}} ${label} ${hopes[at % hopes.length]} ${target(id)}`,
  })),
  ...deeds.map((verb) => ({
    kind: 'a target told as fact',
    wrong: `We ${verb} ${target(id)} of ${label} in {{period "FY+1"}}`,
    right: `We are aiming for ${target(id)} of ${label} in {{period "FY+1"}}`,
  })),
  ...['will be', 'is expected to reach', 'is forecast to come to', 'is going to be', 'is projected to total'].map(
    (verb) => ({
      kind: 'a fact told as a target',
      wrong: `${label} ${verb} ${value(id)} in {{period "FY"}}`,
      right: `${label} was ${value(id)} in {{period "FY"}}`,
    }),
  ),
])

const size = (id: string, period: string): string => `{{figure "${id}" "${period}" form="magnitude"}}`
const signs: readonly Said[] = [
  ...verbs.map((verb) => ({
    kind: 'a loss without a word for it',
    wrong: `Net income ${verb} ${size('income.net', '3Q08')} in {{period "3Q08"}}`,
    right: `The net loss ${verb} ${size('income.net', '3Q08')} in {{period "3Q08"}}`,
  })),
  ...['brought in', 'yielded', 'gave us', 'contributed', 'provided', 'generated', 'was worth'].map((verb) => ({
    kind: 'an outflow without a word for it',
    wrong: `Financing ${verb} ${size('cash.financing', 'FY')} in {{period "FY"}}`,
    right: `Financing used ${size('cash.financing', 'FY')} in {{period "FY"}}`,
  })),
  ...['a loss of', 'a net loss of', 'a deficit of', 'losses of', 'a heavy loss of'].flatMap((noun) =>
    ['FY', 'Q'].map((period) => ({
      kind: 'a profit called a loss',
      wrong: `We ended {{period "${period}"}} with ${noun} {{figure "income.net" "${period}"}}`,
      right: `We ended {{period "${period}"}} with a profit of {{figure "income.net" "${period}"}}`,
    })),
  ),
]

const bare = (id: string, rest = ''): string => value(id, ` unit=false${rest}`)
const units: readonly Said[] = [
  ...[
    'billion yen',
    'thousand yen',
    'million dollars',
    'million euros',
    'bn yen',
    'trillion yen',
    'million pounds',
  ].map((unit) => ({ unit, form: bare('revenue.total'), right: 'million yen' })),
  ...['million yen', 'trillion yen', 'thousand yen', 'billion dollars', 'billion francs', 'bn euros', 'mn yen'].map(
    (unit) => ({ unit, form: bare('cost.total', ' as="JPY bn" decimals=1'), right: 'billion yen' }),
  ),
  ...['per cent', 'points', 'employees', 'customers', 'contracts', 'people', '%', 'million shares'].map((unit) => ({
    unit,
    form: bare('income.operating'),
    right: 'million yen',
  })),
]
  .map(({ unit, form, right }) => ({
    kind: 'another unit behind the number',
    wrong: `It came to ${form} ${unit}`,
    right: `It came to ${form} ${right}`,
  }))
  .concat(
    ['USD', 'EUR', '$', '€', 'US$', 'GBP', '£', 'CNY'].map((mark) => ({
      kind: 'another currency before the number',
      wrong: `It came to ${mark} ${bare('revenue.total')} million`,
      right: `It came to JPY ${bare('revenue.total')} million`,
    })),
    ['billion', 'thousand', 'trillion', 'bn', 'per cent'].map((scale) => ({
      kind: 'a scale twice',
      wrong: `It came to ${value('revenue.total')} ${scale}`,
      right: `It came to ${value('revenue.total')}`,
    })),
  )

const wrongTimes = [
  ...['the first half', 'the second half', 'the first quarter', 'the third quarter', 'the first nine months'],
  ...['the first half of 2008', 'the first six months of 2008', 'the second half of fiscal 2008', 'fiscal 2006'],
  ...[
    'the fourth quarter',
    'the final quarter',
    'the last three months of 2008',
    'the first three months',
    'fiscal year 2005',
  ],
]
const periods: readonly Said[] = [
  ...wrongTimes.flatMap((time, at) => {
    const { label, id } = [lines.sales, lines.costs, lines.operating, lines.net][at % 4] ?? lines.sales
    const said = (text: (when: string) => string): Said => ({
      kind: 'another time beside the number',
      wrong: text(time),
      right: text('the full year'),
    })
    return [
      said((when) => `In ${when} ${label} was ${value(id)}`),
      said((when) => `${label} of ${value(id)} in ${when}`),
    ]
  }),
  ...['Last year', 'The year before', 'A year earlier', 'In the previous year', 'A year ago'].map((time) => ({
    kind: 'another time beside the number',
    wrong: `${time} total revenues were ${value('revenue.total')}`,
    right: `${time} total revenues were {{figure "revenue.total" "FY-1"}}`,
  })),
  ...['over', 'against', 'compared with', 'versus', 'from'].flatMap((lead) =>
    ['the second quarter', 'the third quarter', 'the first half'].map((time) => ({
      kind: 'another comparator in words',
      wrong: `Total revenues were {{change "revenue.total" "Q" comparator=false}} ${lead} ${time}`,
      right: `Total revenues were {{change "revenue.total" "Q" comparator=false}} ${lead} the fourth quarter of 2007`,
    })),
  ),
  ...['FY06', 'FY07'].map((from) => ({
    kind: 'a compound rate from another year',
    wrong: `Total revenues grew {{cagr "revenue.total" from="FY05" to="FY08"}} a year since {{period "${from}"}}`,
    right: 'Total revenues grew {{cagr "revenue.total" from="FY06" to="FY08"}} a year since {{period "FY06"}}',
  })),
  ...['fiscal 2003', 'the first half of 2004', 'the first six months of 2005', 'the third quarter of 2002'].map(
    (time) => ({
      kind: 'a stale time without a number',
      wrong: `Demand rose in ${time}`,
      right: 'Demand rose in fiscal 2008',
    }),
  ),
]

/** Growth of +4.3%, +14.3%, −38.7%; sales of 69.7 billion yen, of which recurring ones are 77.5%. */
const numbers: readonly Said[] = [
  ...['ten', 'twelve', 'fifteen', 'twenty', 'twenty-five', 'thirty', 'forty-two', 'sixty', 'one'].map((number) => ({
    kind: 'a wrong number in words',
    wrong: `Total revenues rose ${number} per cent`,
    right: 'Total revenues rose four per cent',
  })),
  ...['five', 'ten', 'nineteen', 'fifty', 'sixty-five'].map((number) => ({
    kind: 'a wrong number in words',
    wrong: `Operating income fell ${number} percent`,
    right: 'Operating income fell thirty-nine percent',
  })),
  ...['three', 'seven', 'forty', 'fifty-six', 'ninety', 'two hundred', 'eighty-eight'].map((number) => ({
    kind: 'a wrong number in words',
    wrong: `Total revenues came to ${number} billion yen`,
    right: 'Total revenues came to seventy billion yen',
  })),
  ...['a third', 'half', 'two thirds', 'a quarter', 'a fifth', 'one in two', 'one in five', 'a tenth'].map((part) => ({
    kind: 'a wrong ratio in words',
    wrong: `Recurring revenues are ${part} of total revenues`,
    right: 'Recurring revenues are three quarters of total revenues',
  })),
  ...['doubled', 'tripled', 'nearly doubled', 'more than doubled', 'quadrupled', 'almost tripled'].map((factor) => ({
    kind: 'a wrong factor in words',
    wrong: `Total revenues ${factor}`,
    right: 'Total revenues grew',
  })),
  ...['five', 'six', 'ten', 'twelve', 'twenty'].flatMap((count) =>
    [`for ${count} consecutive years`, `for ${count} years in a row`, `for ${count} straight years`].map((run) => ({
      kind: 'a wrong run in words',
      wrong: `Total revenues grew ${run}`,
      right: 'Total revenues grew for two consecutive years',
    })),
  ),
]

const slide = (body: string): string => `---\nlayout: points\ntitle: One sentence\n---\n- ${body}\n`

/** Every false sentence on a slide of its own, with the slide of its true twin. */
export const sentenceFaults = (): readonly Mutation[] =>
  [...names, ...scenarios, ...signs, ...units, ...periods, ...numbers].map(({ kind, wrong, right }, index) =>
    slideFault({ kind, index, text: slide(wrong), twin: slide(right) }),
  )
