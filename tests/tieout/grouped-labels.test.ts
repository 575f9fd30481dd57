import { expect, test } from 'vitest'
import { row, tieSmall } from './small-deck.ts'

const rows = [row('services', '2000,2282'), row('goods', '1000,977'), row('cost', '900,800')]

const clashesOf = (items: readonly string[]): readonly string[] => {
  const body = `\`\`\`chart\ntype: bar\nperiod: FY\nitems:\n${items.map((item) => `  - ${item}\n`).join('')}\`\`\``
  const { result } = tieSmall({ layout: 'one-chart', columns: 'FY07,FY08', rows, body })
  return result.findings
    .filter(({ rule, verdict }) => rule === 'X4' && verdict === 'error')
    .map(({ message }) => message)
}

test('items under headings may have one label, items in and beside a bracket may not', () => {
  const [services, goods] = ['{metric: services, label: Sales', '{metric: goods, label: Sales']
  expect(clashesOf([`${services}, group: North}`, `${goods}, group: South}`])).toEqual([])
  expect(clashesOf([`${services}, group: Most}`, '{metric: cost, label: Cost, group: Most}', `${goods}}`])).toEqual([
    'ambiguous label in results-chart-1: "Sales" is 2,282 and 977',
  ])
})
