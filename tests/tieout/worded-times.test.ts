import { describe, expect, test } from 'vitest'
import { findingsOn } from './_alarms.ts'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

type Case = readonly [sentence: string, verdict: 'ticked' | 'error' | 'warning' | 'not-checkable' | 'none']

const qualities: readonly Case[] = [
  // units of measurement, of one word and of several
  ['{{figure "area" "Q" unit=false}} million square metres of selling area', 'error'],
  ['{{figure "area" "Q" unit=false}} million square feet of selling area', 'ticked'],
  ['{{figure "area" "Q" unit=false}} million sq. ft. of selling area', 'ticked'],
  ['{{figure "area" "Q"}} square metres', 'error'],
  ['{{figure "area" "Q" unit=false}} million acres', 'error'],
  ['{{figure "area" "Q" unit=false}} million customers', 'error'],
  ['Net sales were {{figure "sales" "Q" unit=false}} million tonnes', 'error'],
  ['{{figure "stores" "Q"}} miles from any other', 'none'],
  // the end of a period, of what is known at days
  ['At the end of fiscal 2019 we ran {{figure "stores" "Q"}}', 'error'],
  ['At the end of fiscal 2019 we ran {{figure "stores" "2019-12-28"}}', 'ticked'],
  ['At the end of the second quarter we ran {{figure "stores" "Q"}}', 'error'],
  ['At the end of the third quarter we ran {{figure "stores" "Q"}}', 'ticked'],
  ['Net debt at the close of fiscal 2019 was {{figure "net-debt" "Q"}}', 'error'],
  ['At the end of fiscal 2019 net debt was higher than {{figure "net-debt" "Q"}}', 'none'],
  ['Since the end of fiscal 2019 we have opened stores, and now run {{figure "stores" "Q"}}', 'none'],
  // how long a part of the year is
  ['The quarter had sixteen weeks', 'error'],
  ['The quarter had twelve weeks', 'ticked'],
  ['The first quarter lasted sixteen weeks', 'ticked'],
  ['The first quarter has only twelve weeks', 'error'],
  ['The year has fifty-two weeks', 'none'], // it is not over
  ['The quarter had many weeks', 'none'],
]

const directions: readonly Case[] = [
  ['Net sales grew quarter on quarter', 'warning'],
  ['Net sales fell quarter on quarter', 'ticked'],
  ['Net sales fell on the year', 'warning'],
  ['Net sales peaked in the third quarter', 'error'],
  ['Net sales peaked in the first quarter', 'ticked'],
  ['Fuel & Convenience bottomed out in Q2', 'ticked'],
  ['Fuel & Convenience hit its low in Q3', 'error'],
  ['Free cash flow peaked in the second quarter', 'not-checkable'],
  ['Net sales peaked in Boise', 'none'],
]

const records: readonly Case[] = [
  ['Net sales grew for the third quarter running, from quarter to quarter', 'error'],
  ['Net sales grew for the third quarter running, year on year', 'ticked'],
  ['Net sales grew for the third quarter running', 'ticked'],
  ['Net sales fell for the second quarter in a row, quarter on quarter', 'ticked'],
  ['Never before was operating profit so low', 'error'],
  ['Never before were net sales so low', 'error'],
  ['Never before have we had so few loyalty members', 'error'], // two earlier values are too few
  ['Never before have we opened a store in Boise', 'none'],
]

const typed: readonly Case[] = [
  ['Nádražní 12, 702 00 Ostrava', 'none'],
  ['Kaiserallee 5, 76133 Karlsruhe', 'none'],
  ['12 rue de la Paix, 75002 Paris', 'none'],
  ['Via Roma 3, 20121 Milano', 'none'],
  ['Marszałkowska 10/12, 00-850 Warszawa', 'none'],
  ['Bahnhofplatz 1, CH-8001 Zürich', 'none'],
  ['Herengracht 12, 1015 BN Amsterdam', 'none'],
  ['Head count 412, 48300 associates', 'error'],
  ['Stores 12, 4000 Customers', 'error'],
  ['Sales of 12, 2791 and more', 'error'],
  ['The warehouse 12, 40000 people work there', 'error'],
]

describe.each(Object.entries({ S9: qualities, S1: directions, S2: records, P4: typed }))(
  '%s on the deck of a grocer',
  (rule, cases) => {
    const found = findingsOn(
      'tests/golden/tillman',
      cases.map(([sentence]) => sentence),
    )
    test.each(cases)('%s: %s', (sentence, verdict) => {
      const own = found.filter((finding) => finding.sentence === sentence && finding.rule === rule)
      const worst = (['error', 'warning', 'not-checkable', 'ticked'] as const).find((each) =>
        own.some((finding) => finding.verdict === each),
      )
      expect(worst ?? 'none').toBe(verdict)
    })
  },
)

/** Quarters of which the second was the best, and an adjusted measure. */
const deck: SmallDeck = {
  columns: '4Q07,1Q08,2Q08,3Q08,4Q08',
  reporting: '4Q08',
  metrics: ['ebitda: {label: Adjusted EBITDA, unit: JPY mn, kind: flow, polarity: more}'],
  rows: [
    ...[row('revenue', '100,110,140,130,125'), row('services', '50,60,85,70,72'), row('goods', '50,50,55,60,53')],
    ...[row('cost', '90,99,120,118,116'), row('gross', '10,11,20,12,9'), row('ebitda', '5,6,7,6,5')],
  ],
}

const chart = (lines: string, more: SmallDeck = {}): SmallDeck => ({
  ...{ ...deck, layout: 'one-chart', ...more },
  body: `\`\`\`chart\ntype: column\n${lines}\n\`\`\``,
})
const table = (lines: string): SmallDeck => ({
  ...{ ...deck, layout: 'table-and-notes', body: `\`\`\`table\n${lines}\n\`\`\`` },
})
const tile = (line: string): SmallDeck => ({ ...deck, layout: 'tiles', body: `\`\`\`tiles\n- ${line}\n\`\`\`` })

describe('words in a visual are said of its figures', () => {
  test.each([
    ['Peaked in the third quarter', ['error']],
    ['Peaked in the second quarter', ['ticked']],
    ['Total revenues peaked in 2Q', ['ticked']],
    ['Total revenues bottomed out in the first quarter', ['ticked']],
    ['Peaked in the summer', []],
  ] as const)('a note of a chart: %s', (note, expected) => {
    const found = findingsOf('S1', chart(`series: [revenue]\nperiods: last 4 quarters\nnotes: [${note}]`))
    expect(found.map(({ verdict }) => verdict)).toEqual(expected)
  })

  test.each([
    ['Shrank on the year', 'S1', ['warning']],
    ['Grew on the year', 'S1', ['ticked']],
    ['Down on the year', 'S1', ['error']],
    ['A record', 'S2', ['error']],
    ['Shrank on the year before that', 'S1', ['warning']],
    ['Access and hosting', 'S1', []],
  ] as const)('a column of words in a table: %s', (words, rule, expected) => {
    const rows = `rows: [{metric: revenue, text: {about: ${words}}}]`
    expect(verdictsOf(rule, table(`${rows}\ncolumns: [Q, {text: about, label: Comment}]`))).toEqual(expected)
  })

  test.each([
    ['change: yoy, label: Total revenues against the third quarter', ['error']],
    ['vs: Q-1, label: Total revenues against the third quarter', ['ticked']],
    ['change: yoy, label: Total revenues quarter on quarter', ['error']],
    ['change: yoy, label: Total revenues against last year', ['ticked']],
    ['change: yoy, label: Total revenues', []],
  ] as const)('the label of a tile with a change: %s', (more, expected) => {
    expect(verdictsOf('C8', tile(`{metric: revenue, period: Q, ${more}}`))).toEqual(expected)
  })

  test.each([
    ['Growth, quarter on quarter', '', ['error']],
    ['Growth on the year', '', ['ticked']],
    ['Growth', 'subtitle: Against the third quarter\n', ['warning']],
    ['Growth', 'subtitle: Against the fourth quarter\n', ['ticked']],
    ['Growth', 'subtitle: By quarter\n', []],
  ] as const)('the title of a chart of changes, and its subtitle: %s %s', (title, front, expected) => {
    const lines = `title: ${title}\nseries: [{metric: revenue, measure: yoy}]\nperiods: [4Q08]`
    expect(verdictsOf('C8', chart(lines, { front }))).toEqual(expected)
  })
})

describe('names of measures that are others by a word', () => {
  const series = 'series: [{metric: ebitda, label: EBITDA}]\nperiods: last 4 quarters'
  test.each([
    ['a series', chart(series), ['error']],
    ['a series under a title that says it', chart(series, { title: 'Adjusted results' }), []],
    ['a note that says it', chart(`${series}\nnotes: [Adjusted for closing costs]`), []],
    ['a row', table('rows: [{metric: ebitda, label: EBITDA}]\ncolumns: [Q, Q-4]'), ['error']],
    ['a tile', tile('{metric: ebitda, period: Q, label: EBITDA}'), ['error']],
    ['a tile of its own name', tile('{metric: ebitda, period: Q, label: Adjusted EBITDA}'), ['ticked']],
    ['another label', tile('{metric: ebitda, period: Q, label: What we earned}'), []],
  ] as const)('%s', (_, small, expected) => {
    const about = findingsOf('S8', small).filter(({ message }) => !message.includes('title'))
    expect(about.map(({ verdict }) => verdict)).toEqual(expected)
  })

  test.each([
    ['Gross profit by quarter', 'revenue', ['warning']],
    ['Gross profit by quarter', 'gross', []],
    ['Gross profit by quarter', 'revenue, cost', []], // what it is reckoned of
    ['Total revenues by kind', 'services, goods', []],
  ] as const)('a subtitle over another figure: %s over %s', (subtitle, shown, expected) => {
    const lines = `title: What there was\nseries: [${shown}]\nperiods: last 4 quarters`
    const type = shown.includes(',') ? chart(lines).body?.replace('column', 'grouped-column') : chart(lines).body
    const small = {
      ...chart(lines, { front: `subtitle: ${subtitle}\n` }),
      ...(type === undefined ? {} : { body: type }),
    }
    const found = findingsOf('S8', small).filter(({ message }) => message.includes('subtitle'))
    expect(found.map(({ verdict }) => verdict)).toEqual(expected)
  })
})
