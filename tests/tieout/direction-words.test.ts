import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/tieout/finding.ts'
import { row, type SmallDeck, tieSmall } from './small-deck.ts'

/** services +14.1%, goods −2.3%, cost −11.1%, revenue up; a loss that narrowed from 30 to 12; margin +0.6 points. */
const figures: Pick<SmallDeck, 'columns' | 'rows' | 'metrics'> = {
  columns: 'FY06,FY07,FY08,3Q08,4Q07,4Q08',
  metrics: [
    'result: {label: Net result, unit: JPY mn, kind: flow, polarity: more}',
    'deeper: {label: Financial result, unit: JPY mn, kind: flow, polarity: more}',
    'users: {label: Users, unit: persons, kind: stock, polarity: more}',
  ],
  rows: [
    row('services', '1980,2000,2282,560,520,600'),
    row('goods', '900,1000,977,240,250,245'),
    row('cost', '880,900,800,205,230,200'),
    row('income', '980,1000,1043,255,250,262'),
    row('result', '-50,-30,-12,-4,-8,-2'),
    row('deeper', '-5,-10,-25,-5,-3,-7'),
    row('users', '900,1000,1200,1180,1000,1200', { unit: 'persons' }),
    row('margin', '33.0,33.3,34.0,34.1,33.1,34.2', { unit: '%' }),
  ],
}

/** The alarms of S1 and C4 for each sentence, all of them bullets of one slide. */
function alarmsOf(sentences: readonly string[]): readonly (readonly Finding['verdict'][])[] {
  const body = sentences.map((sentence) => `- ${sentence}`).join('\n')
  const { result } = tieSmall({ ...figures, body })
  const first = 4 // the front matter stands above
  return sentences.map((_, index) =>
    result.findings
      .filter(({ rule, place }) => (rule === 'S1' || rule === 'C4') && place.line === first + index + 1)
      .map(({ verdict }) => verdict)
      .filter((verdict) => verdict !== 'ticked'),
  )
}

const up =
  'rose grew increased climbed jumped surged soared leapt leaped rebounded rallied spiked rocketed skyrocketed ballooned swelled expanded widened escalated gained advanced added topped strengthened improved recovered accelerated bounced'
const down =
  'fell declined decreased dropped shrank slid slipped plunged tumbled plummeted sank slumped dwindled dipped retreated sagged narrowed waned subsided receded diminished eroded contracted eased softened decelerated slowed shed lost collapsed crashed dived weakened worsened deteriorated trimmed cooled ebbed halved'
const words = (list: string): readonly string[] => list.split(' ')

describe('S1: every verb of the vocabulary is checked', () => {
  const rising = words(up).map((verb) => `Services ${verb} {{growth "services" "FY"}}`)
  const falling = words(down).map((verb) => `Goods ${verb} {{growth "goods" "FY"}}`)
  const ofPace = 'accelerated decelerated slowed halved' // rule S2 says more of them, and S1 then nothing
  const ofSign = (list: string): readonly string[] => words(list).filter((verb) => !words(ofPace).includes(verb))
  const wrongRise = ofSign(up).map((verb) => `Goods ${verb} {{growth "goods" "FY"}}`)
  const wrongFall = ofSign(down).map((verb) => `Services ${verb} {{growth "services" "FY"}}`)

  test.each([
    ['up, truly', rising, []],
    ['down, truly', falling, []],
    ['up, of what fell', wrongRise, ['error']],
    ['down, of what rose', wrongFall, ['error']],
  ] as const)('%s', (_name, sentences, expected) => {
    const found = alarmsOf(sentences)
    expect(sentences.filter((_, index) => String(found[index]) !== String(expected))).toEqual([])
  })

  test.each([
    ['A loss that narrowed', 'The loss narrowed by {{difference "result" "FY" form="magnitude"}}', []],
    [
      'a loss that narrowed, described as widened',
      'The loss widened by {{difference "result" "FY" form="magnitude"}}',
      ['error'],
    ],
    ['a loss that widened', 'The loss widened by {{difference "deeper" "FY" form="magnitude"}}', []],
    [
      'a loss that widened, described as shrunk',
      'The loss shrank by {{difference "deeper" "FY" form="magnitude"}}',
      ['error'],
    ],
    ['an amount that was not repaid', 'We repaid {{difference "users" "FY" form="magnitude"}}', ['error']],
    ['people who did not leave', 'Only {{difference "users" "FY" form="magnitude"}} left', ['error']],
    ['what was drawn down is more', 'We drew down {{difference "goods" "FY" form="magnitude"}}', ['error']],
    ['a value that was built up to', 'Goods were built up to {{figure "goods" "FY"}}', ['error']],
    [
      'a number before its own noun',
      'A fall in goods offset a {{growth "services" "FY"}} decline in services',
      ['error'],
    ],
    ['sales that did not slow', 'Services slowed by {{growth "services" "FY"}}', ['error']],
    ['costs that eased', 'Costs eased by {{growth "cost" "FY"}}', []],
    ['costs that did not ease', 'Sales eased by {{growth "services" "FY"}}', ['error']],
    ['a margin that widened', 'The margin widened by {{difference "margin" "FY" form="magnitude"}}', []],
    ['costs that improved are lower', 'Costs improved by {{growth "cost" "FY"}}', []],
    ['costs that worsened are higher', 'Costs worsened by {{growth "cost" "FY"}}', ['error']],
    [
      'a further number of a list',
      'All grew: services by {{growth "services" "FY"}}, goods by {{growth "goods" "FY"}}',
      ['error'],
    ],
    [
      'the nouns of two numbers',
      'A {{growth "cost" "FY"}} decline in costs and a {{growth "income" "FY"}} rise in income',
      [],
    ],
    [
      'the wrong noun of two numbers',
      'A {{growth "cost" "FY"}} rise in costs and a {{growth "income" "FY"}} rise in income',
      ['error'],
    ],
  ] as const)('%s', (_name, sentence, expected) => {
    expect(alarmsOf([sentence])).toEqual([expected])
  })
})

describe('S1: signs that are typed before a bare number', () => {
  test.each([
    ['Services: +{{growth "services" "FY"}}', []],
    ['Services ▼ {{growth "services" "FY"}}', ['error']],
    ['Goods: minus {{growth "goods" "FY"}}', []],
    ['Goods: plus {{growth "goods" "FY"}}', ['error']],
    ['Goods (-{{growth "goods" "FY"}})', []],
    ['Services – {{growth "services" "FY"}}', ['warning']],
  ] as const)('%s', (sentence, expected) => {
    expect(alarmsOf([sentence])).toEqual([expected])
  })

  test('a short label names a metric right before its verb', () => {
    const small = {
      ...figures,
      metrics: [
        ...(figures.metrics ?? []),
        'fees: {label: Fees and charges earned, short: Fees, unit: JPY mn, kind: flow, polarity: more}',
      ],
    }
    const rows = [...(figures.rows ?? []), row('fees', '80,90,95,10,11,14')]
    const { result } = tieSmall({ ...small, rows, body: '- Fees fell' })
    expect(result.findings.filter(({ rule }) => rule === 'S1').map(({ verdict }) => verdict)).toEqual(['warning'])
  })

  test('a factor that is wrong is reported once, by S2', () => {
    const { result } = tieSmall({ ...figures, body: '- Services halved {{growth "services" "FY"}}' })
    expect(
      result.findings
        .filter(({ rule, verdict }) => verdict === 'error' && rule.startsWith('S'))
        .map(({ rule }) => rule),
    ).toEqual(['S2'])
  })
})

describe('S1: a bare number whose direction nobody can read', () => {
  test.each([
    ['an unknown verb', 'Services frobnicated {{growth "services" "FY"}}', ['warning']],
    ['no verb', 'Services: {{growth "services" "FY"}}', ['warning']],
    ['an unknown verb of a difference', 'Goods yodelled {{difference "goods" "FY" form="magnitude"}}', ['warning']],
    [
      'a word of another clause that does not fit',
      'Services grew, but goods yodelled {{growth "goods" "FY"}}',
      ['warning'],
    ],
    ['a word of a circumstance', 'After a slump in demand, services yodelled {{growth "services" "FY"}}', ['warning']],
    [
      'a printed change the other way',
      'Services {{change "services" "FY"}}, goods {{growth "goods" "FY"}}',
      ['warning'],
    ],
    [
      'a printed change of another metric',
      'Income was {{change "income" "FY"}}, because services yodelled {{growth "services" "FY"}}',
      ['warning'],
    ],
    [
      'a word of another number in its clause',
      'Services yodelled {{growth "services" "FY"}} and income rose {{growth "income" "FY"}}',
      ['warning'],
    ],
    [
      'a noun that is not beside it',
      'That is where the downturn hit: goods yodelled {{growth "goods" "FY"}}',
      ['warning'],
    ],
    [
      'a word behind a colon, where the subject is another',
      'Goods yodelled {{growth "goods" "FY"}}: costs of the year outgrew sales',
      ['not-checkable', 'warning'],
    ],
    ['the wrong comparative', '{{growth "goods" "FY"}} more goods than a year ago', ['warning']],
    ['a change in words needs no verb', 'Services frobnicated, {{change "services" "FY"}}', []],
    ['a signed change needs none either', 'Services: {{change "services" "FY" form="signed"}}', []],
  ] as const)('%s', (_name, sentence, expected) => {
    expect(alarmsOf([sentence])).toEqual([expected])
  })

  test('the warning names the number and what to write', () => {
    const { result } = tieSmall({ ...figures, body: '- Services frobnicated {{growth "services" "FY"}}' })
    expect(result.findings.filter(({ rule, verdict }) => rule === 'S1' && verdict === 'warning')).toMatchObject([
      {
        message:
          'missing direction of 14.1% (Revenues from services): no known word of its clause says which way it went',
        hint: 'Write {{change "services" …}}, which prints "up" or "down", or a verb that is known: rose, grew, fell, declined.',
        facts: ['growth(services@FY08,FY07)'],
      },
    ])
  })
})

describe('S1: true sentences of many shapes raise no alarm', () => {
  const sentences = [
    'Services grew {{growth "services" "FY"}}',
    'Services grew by {{growth "services" "FY"}} to {{figure "services" "FY"}}',
    'Services are growing by {{growth "services" "FY"}} a year',
    'Growing by {{growth "services" "FY"}}, services did well',
    'With services growing {{growth "services" "FY"}}, the year was good',
    'Services have risen {{growth "services" "FY"}}',
    'Services rose sharply, by {{growth "services" "FY"}}',
    'Services rose once again, by approx. {{growth "services" "FY"}}',
    'Services increased from {{figure "services" "FY-1"}} to {{figure "services" "FY"}}',
    'Services went from {{figure "services" "FY-1"}} to {{figure "services" "FY"}}',
    'An increase of {{growth "services" "FY"}} in services',
    'An increase in services of {{growth "services" "FY"}}',
    'Growth of {{growth "services" "FY"}} in services',
    'A decline of {{growth "goods" "FY"}} in goods',
    'A {{growth "goods" "FY"}} decline',
    'A {{growth "goods" "FY"}} year-on-year decline in goods',
    'Goods saw a {{growth "goods" "FY"}} drop',
    'Goods came in {{growth "goods" "FY"}} lower than a year ago',
    'Services were {{growth "services" "FY"}} higher than in the year before',
    'Services were {{growth "services" "FY"}} above the previous year',
    'Goods were {{growth "goods" "FY"}} below the previous year',
    '{{growth "services" "FY"}} more services, {{growth "goods" "FY"}} fewer goods',
    'Services were up {{growth "services" "FY"}}',
    'Goods were down {{growth "goods" "FY"}}',
    'Goods, down {{growth "goods" "FY"}}, were weak',
    'Services did not fall: they grew {{growth "services" "FY"}}',
    'Goods didn\'t rise but fell {{growth "goods" "FY"}}',
    'Goods no longer grew; they lost {{growth "goods" "FY"}}',
    'Services never fell, {{change "services" "FY"}}',
    'Far from falling, services rose {{growth "services" "FY"}}',
    'Costs hardly rose and in the end fell {{growth "cost" "FY"}}',
    'After a slump in demand, services grew {{growth "services" "FY"}}',
    'After a slump in demand, services {{change "services" "FY"}}',
    'Services, which fell in earlier years, were {{growth "services" "FY"}} higher',
    'Services, where prices fell, grew {{growth "services" "FY"}}',
    'Despite lower prices, services were {{change "services" "FY"}}',
    'Thanks to lower costs, income rose {{growth "income" "FY"}}',
    'Income rose {{growth "income" "FY"}} on lower costs',
    'Income rose {{growth "income" "FY"}} because costs fell {{growth "cost" "FY"}}',
    'Lower costs lifted income by {{growth "income" "FY"}}',
    'We cut the cost of our networks by {{growth "cost" "FY"}}',
    'We trimmed costs {{growth "cost" "FY"}}',
    'Cost cuts of {{difference "cost" "FY" form="magnitude"}}',
    'Services added {{difference "services" "FY" form="magnitude"}}',
    'The year took goods down by {{difference "goods" "FY" form="magnitude"}}',
    'Goods gave up {{growth "goods" "FY"}} and fell to {{figure "goods" "FY"}}',
    'Goods made up for part of it and dropped only {{growth "goods" "FY"}}',
    'Services grew {{growth "services" "FY"}}, but costs fell {{growth "cost" "FY"}}',
    'Services grew {{growth "services" "FY"}} in {{period "FY"}}, but income only {{growth "income" "FY"}}',
    'Services grew {{growth "services" "FY"}}, while goods shrank {{growth "goods" "FY"}}',
    'Services were {{difference "services" "FY"}}, or {{growth "services" "FY"}}',
    'Services rose {{difference "services" "FY" form="magnitude"}}, or {{growth "services" "FY"}}',
    'All grew: services by {{growth "services" "FY"}}, income by {{growth "income" "FY"}}',
    'Growth by line: services {{growth "services" "FY"}}, income {{growth "income" "FY"}}',
    'Growth slowed to {{growth "services" "FY"}}',
    'Growth fell to {{growth "services" "FY"}} from more',
    'Growth accelerated to {{growth "services" "FY"}}',
    'The growth rate was {{growth "services" "FY"}}',
    'The change from year to year was {{difference "goods" "FY" form="magnitude"}}',
    'The difference of {{difference "goods" "FY" form="magnitude"}} is due to prices',
    'Margin improved by {{difference "margin" "FY" form="magnitude"}}',
    'A {{difference "margin" "FY" form="magnitude"}} improvement in margin',
    'Margin rose {{difference "margin" "FY" form="magnitude"}} to {{figure "margin" "FY"}}',
    'Up to {{figure "services" "FY"}} were sold',
    'Services crept up to {{figure "services" "FY"}}',
    'Growth in services and income offset a {{growth "goods" "FY"}} decline in goods',
    'Goods slowed by {{growth "goods" "FY"}}',
    'We signed {{difference "users" "FY" form="magnitude"}} in the year',
    'Some {{difference "users" "FY" form="magnitude"}} joined',
    'We closed the year with a {{growth "services" "FY"}} rise in services',
    'The year opened with services at {{figure "services" "FY"}}',
    'Goods are down to earth: {{figure "goods" "FY"}}',
    'The set-up of {{figure "services" "FY"}} is up to date',
    'We won contracts of {{figure "services" "FY"}}',
    'Contracted revenue of {{figure "services" "FY"}}',
    'This slide shows {{figure "services" "FY"}} and contracts of {{figure "goods" "FY"}}',
    'We lost {{figure "result" "FY" form="magnitude"}} against {{figure "result" "FY-1" form="magnitude"}}',
    'The net loss shrank to {{figure "result" "FY" form="magnitude"}}',
    'The loss eased by {{difference "result" "FY" form="magnitude"}}',
    'Topping {{figure "services" "FY-1"}}, services reached {{figure "services" "FY"}}',
    'Services reached {{figure "services" "FY"}}, {{growth "services" "FY"}} more than last year',
    'Compared to {{period "FY-1"}}, services increased {{growth "services" "FY"}}',
    'In {{period "Q"}} services climbed {{growth "services" "Q" vs="Q-4"}} year on year and {{growth "services" "Q" vs="Q-1"}} quarter on quarter',
    'Goods are {{growth "goods" "FY"}} off their high, a decline',
    'Goods fell {{growth "goods" "FY"}} or {{difference "goods" "FY" form="magnitude"}}',
  ]

  const found = alarmsOf(sentences)
  test.each(sentences.map((sentence, index) => [sentence, found[index]] as const))('%s', (_sentence, alarms) => {
    expect(alarms).toEqual([])
  })
})

test('what is said of a magnitude in the wrong direction has its sign', () => {
  const said = (sentence: string): readonly string[] =>
    tieSmall({ ...figures, body: `- ${sentence}` })
      .result.findings.filter(({ rule, verdict }) => rule === 'S1' && verdict === 'error')
      .map(({ arithmetic }) => arithmetic)
  expect(said('Revenues from goods grew {{growth "goods" "FY"}}')).toEqual([expect.stringMatching(/ is −2\.3%$/)])
  expect(said('Revenues from services fell {{growth "services" "FY"}}')).toEqual([
    expect.stringMatching(/ is \+14\.1%$/),
  ])
  expect(said('Revenues from services fell {{change "services" "FY" form="signed"}}')[0]).toMatch(/ is \+14\.1% YoY$/)
})
