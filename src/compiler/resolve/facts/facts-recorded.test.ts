import { expect, test } from 'vitest'
import { parsePeriod } from '../../../format/period-text.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { FactBook } from '../../../model/fact-book.ts'
import { parseData } from '../../parse/data/deck-data.ts'
import { factBook } from './book.ts'
import { hasSameAnswers, recordFacts } from './facts-recorded.ts'
import { unchangedFacts } from './facts-unchanged.ts'

function bookOf(rows: string): {
  readonly book: FactBook
  readonly data: DeckData
  readonly at: (label: string) => ReturnType<typeof parsePeriod>
} {
  const texts = {
    'data/deck.yaml':
      'company: Example\ntitle: Results\ndate: 2009-07-08\nreporting-period: FY08\ncalendar: {start-month: 4, style: kessan}\n',
    'data/metrics.yaml':
      'metrics:\n  revenue: {label: Revenue, unit: JPY mn, kind: flow, polarity: more}\n  staff: {label: Staff, unit: persons, kind: stock}\n',
    'data/figures/a.csv': `metric,unit,scenario,measure,FY08,FY09\n${rows}`,
  }
  const { value: data } = parseData(
    Object.entries(texts).map(([path, text]) => ({ kind: 'text' as const, path, text })),
  )
  if (!data) throw new Error('the fixture data have an error')
  return { book: factBook(data), data, at: (label) => parsePeriod(label, data.config.calendar) }
}

test('a question without a base is asked again, though one with a base had the same answer', () => {
  const before = bookOf('revenue,JPY mn,target,,100,110\n')
  const after = bookOf('revenue,JPY mn,target,,100,110\nrevenue,JPY mn,,,90,\n')
  const [period, vs] = [before.at('FY09'), before.at('FY08')]
  if (!period || !vs) throw new Error('no such period')
  const { book, asked } = recordFacts(before.book)
  const open = book.ask('yoy', { metric: 'revenue', period, scenario: 'target' })
  const named = book.ask('growth', { metric: 'revenue', period, scenario: 'target', vs, vsScenario: 'target' })
  expect(named).toBe(open)
  expect(hasSameAnswers(asked(), before.book)).toBe(true)
  expect(hasSameAnswers(asked(), after.book)).toBe(false)
})

test('after an edit of other figures a slide that looked at the base of a published change is up to date', () => {
  const { book, data, at } = bookOf('revenue,JPY mn,,,100,\nrevenue,%,,yoy,,12.0\nstaff,persons,,,7,8\n')
  const period = at('FY09')
  if (!period) throw new Error('no such period')
  const slide = recordFacts(book)
  const growth = slide.book.ask('growth', { metric: 'revenue', period })
  expect(growth.comparator && slide.book.find(growth.comparator.base)?.value).toEqual({ n: 100n, d: 1n })
  const edited = (metric: string): FactBook => {
    const figures = data.figures.map((figure) =>
      figure.metric === metric && figure.measure === 'value' ? { ...figure, qualifier: 'around' } : figure,
    )
    const after: DeckData = { ...data, figures }
    return factBook(after, unchangedFacts(book, data, after))
  }
  expect(hasSameAnswers(slide.asked(), edited('staff'))).toBe(true)
  expect(hasSameAnswers(slide.asked(), edited('revenue'))).toBe(false)
  expect([...edited('staff').asked().keys()]).toEqual([...book.asked().keys()])
})
