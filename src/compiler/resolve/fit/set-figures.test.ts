import { expect, test } from 'vitest'
import { compileSmall, row } from '../../../../tests/tieout/small-deck.ts'

const saidOf = (layout: string, name: string, body: string, more = ''): readonly string[] =>
  compileSmall({
    ...{ columns: 'FY07,FY08', layout, body, front: (name === '' ? '' : `class: ${name}\n`) + more },
    metrics: ['assets: {label: Assets, unit: JPY mn, kind: stock, polarity: neutral}'],
    rows: [
      row('income', '40,50'),
      row('assets', '"1,104,200","1,254,811"'),
      row('revenue', '"1,104,200,100,200","1,254,811,300,400"'),
    ],
  }).map((line) => line.replace(/^(\S+) \S+ \S+ (.*) \| (.*)$/, '$1 $2. $3'))

const chart = '```chart\ntype: column\nseries: [income]\nperiods: [FY-1, FY]\n```\n'
const sentence = (metric: string, more = ''): string =>
  saidOf('lead', 'sentence', `Heat for {{figure "${metric}" "FY"${more}}} in all\n\n${chart}`).join('\n')

test('the unit of a figure in a sentence has a line of its own; digits that are wider than it are a warning', () => {
  expect(sentence('assets')).toBe('')
  expect(sentence('assets', ' unit=false')).toBe('')
  expect(sentence('revenue')).toMatch(/^word-too-wide unsupported width of "JPY1,254,811,300,400": it needs \d+ pixels/)
})

test('a figure in bold that the panel sets large is a warning where it is wider than its line', () => {
  const large = (figure: string): string => saidOf('lead', 'large', `**${figure}** of heat\n\n${chart}`).join('\n')
  expect(large('{{change "income" "FY" form="magnitude"}}')).toBe('')
  expect(large('{{figure "revenue" "FY" unit=false}}')).toMatch(
    /^word-too-wide unsupported width of "1,254,811,300,400"/,
  )
})

test('what is said of a figure that is too wide is how to print it shorter, not to hyphenate it', () => {
  expect(sentence('revenue')).toContain('print it without its unit (unit=false)')
  expect(sentence('revenue')).not.toContain('hyphen')
  expect(saidOf('diagram', '', '## Telekommunikationsinfrastruktur\nRose\n\n'.repeat(7)).join()).toContain('hyphen')
})

test('the text beside layers is measured as it is set, five of them and a base in bold leave it less', () => {
  const lines = 'Orders from utilities and hospitals, and from those who build for them in all the countries of it'
  const layers = (count: number, last: string, words = lines): string =>
    saidOf(
      'diagram',
      'layers',
      `${`## Orders\n${words}\n\n`.repeat(count - 1)}## ${last}\n${words}\n`,
      'takeaway: The base carries all\n',
    ).join()
  expect(layers(4, 'Base')).toBe('')
  expect(layers(5, 'Base', 'Orders')).toBe('')
  expect(layers(5, '**Base**', 'Orders')).toBe('')
  expect(layers(5, 'Base')).toMatch(/^text-too-tall .* layout "diagram" gives it 604/)
  expect(layers(5, '**Base**')).toMatch(/^text-too-tall .* layout "diagram" gives it 560/)
})

test('eight and more names of a section are measured in their two columns', () => {
  const section = (count: number): string =>
    saidOf('section', '', '- Orders from utilities\n'.repeat(count), 'section: one\n').join()
  for (const count of [7, 8, 11, 12, 14]) expect(section(count)).toBe('')
  const concluded = (count: number): string =>
    saidOf('section', '', '- Orders from utilities\n'.repeat(count), 'takeaway: Growth pays for itself\n').join()
  expect(concluded(5)).toBe('')
  expect(concluded(7)).toMatch(/^text-too-tall .* layout "section" gives it/)
  expect(section(15)).toMatch(/^text-too-tall .* layout "section" gives it \d+ in 2 columns/)
})
