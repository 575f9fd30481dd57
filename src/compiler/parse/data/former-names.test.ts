import { expect, test } from 'vitest'
import { compileSmall, row, type SmallDeck, tieSmall } from '../../../../tests/tieout/small-deck.ts'

const deck = (name: string): SmallDeck => ({
  metrics: [
    'yield: {label: Yield, unit: "%", kind: ratio, polarity: more, ratio: [income, revenue], formerly: [return]}',
  ],
  rows: [row('revenue', '90,100'), row('income', '9,10'), row('yield', '10.0,14.0', { unit: '%' })],
  body: `- {{change "${name}" "FY" vs="FY-1"}}\n\n\`\`\`table\nrows: [{metric: ${name}, label: Yield of it}]\ncolumns: [FY]\n\`\`\``,
  waivers: `- {rule: C6, fact: "${name}@FY08", printed: 14.0%, reason: The report rounds it so., who: A. Person, when: 2009-07-01}\n`,
})

test('a former name of a metric in a sentence, a table and a waiver is the metric, and each is reported', () => {
  const lines = compileSmall(deck('return')).map((line) => line.split(' ').slice(0, 2).join(' '))
  expect(lines).toEqual([
    'former-name data/waivers.yaml',
    'former-name slides/010-results.md',
    'former-name slides/010-results.md',
  ])
  expect(compileSmall(deck('yield'))).toEqual([])
  const open = ({ result }: ReturnType<typeof tieSmall>): readonly string[] =>
    result.findings.filter(({ verdict }) => verdict !== 'ticked').map(({ rule, verdict }) => `${rule} ${verdict}`)
  expect(open(tieSmall(deck('return')))).toContain('C6 waived')
  expect(open(tieSmall(deck('return')))).toEqual(open(tieSmall(deck('yield'))))
})
