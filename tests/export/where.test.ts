import { describe, expect, test } from 'vitest'
import { findOccurrences, type Occurrence, occurrencesText } from '../../src/export/occurrences.ts'
import { row, tieSmall } from '../tieout/small-deck.ts'

const fence = (kind: string, text: string): string => `\`\`\`${kind}\n${text}\n\`\`\``

const { deck } = tieSmall({
  columns: 'FY07,FY08',
  rows: [row('services', '100,120'), row('goods', '50,40'), row('revenue', '150,160')],
  title: 'Services of {{figure "services" "FY"}}',
  body: [
    '- Services grew {{growth "services" "FY"}} to **{{figure "services" "FY"}}**',
    '- Goods of {{figure "goods" "FY"}}',
    fence('table', 'title: Parts\nrows: [services, goods]\ncolumns: [FY]'),
    fence('tiles', '- {metric: revenue, period: FY}'),
  ].join('\n\n'),
  note: 'Say {{share "services" of="revenue" "FY"}}.',
  slides: {
    '100-drawn': `---\nlayout: chart-and-points\ntitle: Drawn\n---\n${fence('chart', 'type: column\nseries: [services]\nperiods: [FY07, FY08]')}\nText.\n`,
  },
})

function found(name: string): readonly Occurrence[] {
  const all = findOccurrences(deck, name)
  if ('nearest' in all) throw new Error('unknown')
  return all
}

const brief = ({ where, printed, relation }: Occurrence): string =>
  `${where} ${printed}${relation === 'itself' ? '' : ` ${relation}`}`

describe('where a figure is printed', () => {
  test('a fact: title, sentence, cell, mark and note, and what is computed from it', () => {
    expect(found('services@FY08').map(brief)).toEqual([
      'title JPY120 million',
      'text 20.0% computed',
      'text JPY120 million',
      'table 120',
      'tile JPY160 million related',
      'note 75.0% computed',
      'chart 120',
    ])
  })

  test('a passage is quoted by the sentence', () => {
    const small = tieSmall({
      rows: [row('services', '100,120')],
      note: 'First. Services of approx. {{figure "services" "FY"}} were good; goods were not. Last.',
    })
    const all = findOccurrences(small.deck, 'services@FY08')
    if ('nearest' in all) throw new Error('unknown')
    expect(all.map(({ context }) => context)).toEqual(['Services of approx. JPY120 million were good;'])
  })

  test('a metric: in every period', () => {
    const drawn = found('services').filter(({ slide }) => slide === 'drawn')
    expect(drawn.map(({ context, relation }) => [context, relation])).toEqual([
      ['Revenues from services: Revenues from services, FY07', 'itself'],
      ['Revenues from services: Revenues from services, FY08', 'itself'],
    ])
    expect(found('goods').map(brief)).toEqual(['text JPY40 million', 'table 40', 'tile JPY160 million related'])
  })

  test('a change that was published as such is about the figures that it compares', () => {
    const small = tieSmall({
      columns: 'FY07,FY08',
      rows: [row('services', '100,120'), row('services', ',20.0', { unit: '%', measure: 'yoy' })],
      body: '- Services {{change "services" "FY"}} to {{figure "services" "FY"}}',
    })
    for (const [name, expected] of [
      ['services@FY08', ['text up 20.0% YoY related', 'text JPY120 million']],
      ['services@FY07', ['text up 20.0% YoY related']],
    ] as const) {
      const all = findOccurrences(small.deck, name)
      expect('nearest' in all ? all : all.map(brief)).toEqual(expected)
    }
  })

  test('a published figure is related to what its definition names in its period, through what was not published', () => {
    const relatedTo = (revenue: readonly string[], name: string): unknown => {
      const small = tieSmall({
        columns: 'FY07,FY08',
        rows: [
          row('services', '100,120'),
          row('goods', '50,40'),
          ...revenue,
          row('income', '15,20'),
          row('margin', '10.0,12.5', { unit: '%' }),
          row('speed', ',6.7', { unit: '%' }),
        ],
        metrics: [
          'speed: {label: Speed, unit: "%", kind: ratio, polarity: more, decimals: 1, change: {of: revenue, vs: yoy, as: percent}}',
        ],
        body: '- Margin of {{figure "margin" "FY"}} after {{figure "margin" "FY07"}}; speed {{figure "speed" "FY"}}',
      })
      const all = findOccurrences(small.deck, name)
      return 'nearest' in all ? all : all.map(brief)
    }
    expect(relatedTo([], 'income@FY08')).toEqual(['text 12.5% related'])
    expect(relatedTo([], 'margin@FY08')).toEqual(['text 12.5%'])
    expect(relatedTo([], 'goods@FY08')).toEqual(['text 12.5% related', 'text 6.7% related'])
    expect(relatedTo([], 'goods@FY07')).toEqual(['text 10.0% related', 'text 6.7% related'])
    expect(relatedTo([], 'goods')).toEqual(['text 12.5% related', 'text 10.0% related', 'text 6.7% related'])
    const published = [row('revenue', '150,160')]
    expect(relatedTo(published, 'goods@FY08')).toEqual([])
    expect(relatedTo(published, 'revenue@FY07')).toEqual(['text 10.0% related', 'text 6.7% related'])
  })

  test('says the row and column of a table, the sentence, and the line', () => {
    const [cell] = found('goods@FY08').filter(({ where }) => where === 'table')
    expect(cell?.context).toBe('Parts: Revenues from goods, FY08')
    const [sentence] = found('goods@FY08')
    expect(sentence?.context).toBe('Goods of JPY40 million')
    expect(sentence?.place.line).toBeGreaterThan(1)
  })

  test('a metric that no slide shows has none; an unknown one has the nearest name', () => {
    expect(found('staff')).toEqual([])
    expect(findOccurrences(deck, 'servces')).toEqual({ nearest: 'services' })
  })

  test('is counted for the terminal', () => {
    const text = occurrencesText(found('services@FY08'), deck)
    expect(text.split('\n').at(-1)).toBe('4 printed, 2 computed from it, 1 related (published; to be checked with it)')
    expect(text).toContain('“Services of JPY120 million”')
  })
})
