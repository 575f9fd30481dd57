import { expect, test } from 'vitest'
import { type Inline, plainText, type Tile } from '../../model/content.ts'
import { datedOnce } from './dated-tiles.ts'

const place = { path: 'slides/010-a.md', line: 1, column: 1 }
const dated = (period: string, more = ''): readonly Inline[] => [
  { kind: 'period', period, text: period },
  ...(more === '' ? [] : [{ kind: 'text', text: ` ${more}` } as const]),
]
const tile = (period: readonly Inline[]): Tile => ({
  ...{ label: [], value: [], change: [], note: [], place, notePlace: place },
  period,
})
const head = (...runs: readonly Inline[]) => ({ title: null, subtitle: { runs, place } })

test.each<[string, readonly (readonly Inline[])[], ReturnType<typeof head>, readonly string[]]>([
  ['of several periods', [dated('FY08'), dated('4Q08')], head(...dated('FY08')), ['FY08', '4Q08']],
  ['of one period', [dated('FY08'), dated('FY08')], head(), ['FY08', '']],
  ['of the period of the subtitle', [dated('FY08'), dated('FY08')], head(...dated('FY08')), ['', '']],
  ['by itself', [dated('FY08')], head(...dated('FY08')), ['FY08']],
  [
    'of one of two periods of the subtitle',
    [dated('FY08'), dated('FY08')],
    head(...dated('FY08'), ...dated('FY07')),
    ['FY08', ''],
  ],
  [
    'of a target that the subtitle does not name',
    [dated('FY09', 'Target'), dated('FY09', 'Target')],
    head(...dated('FY09')),
    ['FY09 Target', ''],
  ],
  [
    'of a target that it names',
    [dated('FY09', 'Target'), dated('FY09', 'Target')],
    head({ kind: 'text', text: 'Targets for ' }, ...dated('FY09')),
    ['', ''],
  ],
])('tiles %s', (_, periods, slide, expected) => {
  expect(datedOnce(periods.map(tile), slide).map(({ period }) => plainText(period))).toEqual(expected)
})
