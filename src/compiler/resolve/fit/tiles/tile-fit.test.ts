import { expect, test } from 'vitest'
import { compileSmall, row } from '../../../../../tests/tieout/small-deck.ts'

const tiles = (count: number): string => `\`\`\`tiles\n${'- {metric: income, period: FY}\n'.repeat(count)}\`\`\`\n`
const groups = (count: number): string => '## Orders\nRose\n\n'.repeat(count)

/** What is said of a slide whose figures are of so many digits. */
const said = (layout: string, name: string, body: string, digits: number): readonly string[] =>
  compileSmall({
    ...{ columns: 'FY07,FY08', rows: [row('income', `40,${'8'.repeat(digits)}`)] },
    ...{ layout, body, front: name === '' ? '' : `class: ${name}\n` },
  }).map((line) => line.replace(/^(\S+) \S+ \S+ (.*) \| .*$/, '$1 $2'))

test.each([
  ['cards', '', tiles(4) + groups(4), 5],
  ['cards', 'lead-1', tiles(3) + groups(3), 4],
  ['cards', 'large', tiles(2) + groups(2), 5],
  ['kpis', '', tiles(6), 7],
  ['kpis', 'lead', tiles(4), 7],
  ['lead', '', tiles(1) + groups(2), 7],
  ['tiles', '', tiles(4), 5],
  ['section', '', tiles(4), 2],
  ['fact', '', `${tiles(1)}Orders\n`, 9],
  ['diagram', 'hub', tiles(1) + groups(4), 7],
  ['diagram', 'cycle', tiles(1) + groups(4), 7],
])('a figure that is wider than its tile is a warning: %s %s', (layout, name, body, most) => {
  expect(said(layout, name, body, most)).toEqual([])
  const [found] = said(layout, name, body, 13)
  expect(found).toMatch(/^figure-too-wide unsupported width of "JPY[\d,]+ million": its digits need \d+ pixels, and/)
})

test('a unit that stands after the digits takes room beside a picture', () => {
  const body = `${tiles(1)}![A plant](plant.svg)\n\n## Orders\nRose\n`
  const widths = (digits: number): readonly string[] =>
    said('fact', 'picture', body, digits).filter((line) => line.startsWith('figure-too-wide'))
  expect(widths(3)).toEqual([])
  expect(widths(7)[0]).toMatch(
    /unsupported width of "JPY[\d,]+ million": its digits need \d+ pixels, and its tile has 860/,
  )
})

test('a range is set smaller, beside a picture too, and takes that room', () => {
  const said = (high: string): readonly string[] =>
    compileSmall({
      ...{ columns: 'FY08', rows: [row('income', `250..${high}`)] },
      ...{ layout: 'fact', front: 'class: picture\n', body: `${tiles(1)}![A plant](plant.svg)\n\n## Orders\nRose\n` },
    }).filter((line) => line.startsWith('figure-too-wide'))
  expect(said('310')).toEqual([])
  expect(said('310000000')).toHaveLength(1)
})

test.each([
  ['the unit', 6, 'unit: false'],
  ['the digits', 13, 'decimals'],
])('the hint names what makes a figure wide: %s', (_, digits, word) => {
  const body = `${tiles(1)}![A plant](plant.svg)\n\n## Orders\nRose\n`
  const [found] = compileSmall({
    ...{ columns: 'FY07,FY08', rows: [row('income', `40,${'8'.repeat(digits)}`)] },
    ...{ layout: 'fact', front: 'class: picture\n', body },
  })
  expect(found).toMatch(new RegExp(`^figure-too-wide .*"${word}"`))
})

test('two classes that each set the figures of cards in their own way are ambiguous', () => {
  expect(said('cards', 'lead-1 lead-2', tiles(3) + groups(3), 2)[0]).toMatch(/^ambiguous-class .*"lead-1" and "lead-2"/)
})

test.each(['', 'lead'])('tiles that are higher than their rows are a warning: kpis %s', (name) => {
  const noted = (note: string, words = ''): string =>
    `\`\`\`tiles\n${`- {metric: income, period: FY, change: yoy, note: "${note}"}\n`.repeat(6)}\`\`\`\n${words}`
  expect(said('kpis', name, noted('Orders rose'), 6)).toEqual([])
  const long = 'Orders from utilities and hospitals, and from those who build for them in all countries'
  expect(said('kpis', name, noted(long.repeat(2)), 6)[0]).toMatch(
    /^text-too-tall unsupported height of a tile: it needs \d+ pixels, and layout "kpis" gives it \d+$/,
  )
})
