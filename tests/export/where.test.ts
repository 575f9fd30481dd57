import { describe, expect, test } from 'vitest'
import { findOccurrences, type Occurrence, occurrencesText } from '../../src/export/where.ts'
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

const brief = ({ where, printed, direct }: Occurrence): string => `${where} ${printed}${direct ? '' : ' computed'}`

describe('where a figure is printed', () => {
  test('a fact: title, sentence, cell, mark and note, and what is computed from it', () => {
    expect(found('services@FY08').map(brief)).toEqual([
      'title JPY120 million',
      'text 20.0% computed',
      'text JPY120 million',
      'table 120',
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
    expect(drawn.map(({ context, direct }) => [context, direct])).toEqual([
      ['Revenues from services: Revenues from services, FY07', true],
      ['Revenues from services: Revenues from services, FY08', true],
    ])
    expect(found('goods').map(brief)).toEqual(['text JPY40 million', 'table 40'])
  })

  test('a change that was published as such is about the figures that it compares', () => {
    const small = tieSmall({
      columns: 'FY07,FY08',
      rows: [row('services', '100,120'), row('services', ',20.0', { unit: '%', measure: 'yoy' })],
      body: '- Services {{change "services" "FY"}} to {{figure "services" "FY"}}',
    })
    for (const [name, expected] of [
      ['services@FY08', ['text up 20.0% YoY computed', 'text JPY120 million']],
      ['services@FY07', ['text up 20.0% YoY computed']],
    ] as const) {
      const all = findOccurrences(small.deck, name)
      expect('nearest' in all ? all : all.map(brief)).toEqual(expected)
    }
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
    expect(text.split('\n').at(-1)).toBe('4 printed, 2 computed from it')
    expect(text).toContain('“Services of JPY120 million”')
  })
})
