import { expect, test } from 'vitest'
import { type CopiedFigures, csvText, plainNumber, tablesHtml, tabText } from './copied-text.ts'

const head = (text: string) => ({ text, isHead: true })
const parcels: CopiedFigures = {
  title: '=Parcels & post',
  unit: 'Millions',
  tables: [
    {
      caption: '',
      rows: [
        [head(''), head('Mar 2019'), head('Change')],
        [head('Air'), { text: '(11,740)', isHead: false, value: '-11740' }, { text: '(3.1%)', isHead: false }],
      ],
    },
  ],
  lines: ['Restated (Air, Mar 2019)', 'Source: Annual report <2019>'],
}

test('a table goes into cells under its title and unit, and over its notes and sources', () => {
  expect(tabText([parcels]).split('\r\n')).toEqual([
    "'=Parcels & post",
    'Millions',
    '\tMar 2019\tChange',
    'Air\t(11,740)\t(3.1%)',
    'Restated (Air, Mar 2019)',
    'Source: Annual report <2019>',
    '',
  ])
})

test('several stand apart by an empty line', () => {
  expect(csvText([parcels, { ...parcels, title: 'Second' }])).toContain('<2019>\r\n\r\nSecond\r\n')
})

test('HTML tells programs which cells are numbers and which are text, whatever their decimal point', () => {
  const html = tablesHtml([parcels])
  expect(html).toContain('<p><b>&#39;=Parcels &amp; post</b></p><p>Millions</p><table')
  expect(html).toContain('<td align="right" x:num="-11740" sdval="-11740">(11,740)</td>')
  expect(html).toContain(`<th style="mso-number-format:'\\@'">Mar 2019</th>`)
  expect(html).toContain('<td>(3.1%)</td>')
  expect(html).toContain('<p>Source: Annual report &lt;2019&gt;</p>')
})

test.each([
  ['(190)', '-190', '-190'],
  ['11,740', '11740', '11740'],
  ['69.50', '69.5', '69.5'],
  ['2’345.6', '2345.6', '2345.6'],
  ['0', '0', '0'],
  ['77.5%', '77.5', undefined],
  ['JPY69.7 billion', '69.7', undefined],
  ['69.7', '69.74', undefined],
  ['4–5', '4..5', undefined],
  ['n.m.', '', undefined],
])('"%s" is the number of %s: %s', (text, value, number) => {
  expect(plainNumber(text, value)).toBe(number)
})
