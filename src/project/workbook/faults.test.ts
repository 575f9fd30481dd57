import { describe, expect, test } from 'vitest'
import { parseData } from '../../compiler/parse/data/deck-data.ts'
import { toExactText } from '../../model/rational.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { type SheetXml, text, workbookOf } from './fixtures.ts'
import { readSheets } from './workbook.ts'

const settings = (files: string): readonly SourceFile[] => [
  {
    kind: 'text',
    path: 'data/deck.yaml',
    text: `company: C\ntitle: T\ndate: 2025-05-14\nreporting-period: 2024\nunits: {Mt: {}}\n${files}`,
  },
  {
    kind: 'text',
    path: 'data/metrics.yaml',
    text: 'metrics:\n  sales: {label: Sales, unit: USD, kind: flow, polarity: more}\n  ore: {label: Ore, unit: Mt, kind: flow, polarity: more}\n',
  },
]

/** "code place" of each finding, and the figures' values. */
function read(
  sheets: readonly SheetXml[],
  { files = '', ...options }: { formats?: readonly string[]; chartSheet?: boolean; files?: string } = {},
): { readonly found: readonly string[]; readonly values: readonly string[]; readonly messages: string } {
  const file = {
    kind: 'workbook',
    path: 'data/figures/a.xlsx',
    sheets: readSheets(workbookOf(sheets, options)),
  } as const
  const { value, diagnostics } = parseData([...settings(files), file])
  return {
    found: diagnostics.map(({ code, severity, place }) => `${severity} ${code} ${place.cell ?? place.path}`),
    values: (value?.figures ?? []).map((figure) => (figure.value ? toExactText(figure.value) : '')),
    messages: diagnostics.map(({ message }) => message).join('\n'),
  }
}

const years = (row: string, unit = 'USD', metric = 'sales'): string =>
  `<row r="1">${text('A1', 'metric')}${text('B1', 'unit')}${text('C1', '2023')}${text('D1', '2024')}</row>` +
  `<row r="2">${text('A2', metric)}${text('B2', unit)}${row}</row>`
const sheet = (row: string, unit?: string, metric?: string): readonly SheetXml[] => [
  { name: 'Results', data: years(row, unit, metric) },
]

describe('the scale of a number format', () => {
  test.each([
    ['#,##0.0,,"m"', '69731000', 'USD mn', ['69.7'], []],
    ['#,##0.0,,"m"', '69731000', 'USD', [], ['error invalid-scale Results!C2']],
    ['$#,##0.00,,\\M', '-1250000', 'USD bn', [], ['error invalid-scale Results!C2']],
    ['0.0,,,"bn"', '69700000000', 'USD', [], ['error invalid-scale Results!C2']],
    ['0.0,,," Mrd. "[$€-407]', '69700000000', 'USD bn', ['69.7'], []],
    ['#,##0.0,"k"', '1500', 'USD k', ['1.5'], []],
    ['0.0" million"', '69.7', 'USD', [], ['error invalid-scale Results!C2']],
    ['[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', '1500', 'USD', [], ['error invalid-scale Results!C2']],
    ['[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', '15', 'USD', ['15'], []],
    ['0.0;0.0,,"m"', '-69700000', 'USD', [], ['error invalid-scale Results!C2']],
    ['#,##0.0,,', '69731000', 'USD', ['69.7'], ['warning ambiguous-scale Results!C2']],
    ['#,##0.0,,', '69731000', 'USD mn', ['69.7'], []],
    ['#,##0.0,', '69731', 'USD bn', ['69.7'], []],
  ])('%s of %s in %s', (format, stored, unit, values, found) => {
    const cells = `<c r="C2" s="1"><v>${stored}</v></c>`
    expect(read(sheet(cells, unit), { formats: [format] })).toMatchObject({ values, found })
  })

  test('a word of a unit is no scale', () => {
    const cells = '<c r="C2" s="1"><v>12</v></c>'
    expect(read(sheet(cells, 'Mt', 'ore'), { formats: ['0" m t"'] })).toMatchObject({ values: ['12'], found: [] })
  })

  test('the message says what the sheet shows', () => {
    const cells = '<c r="C2" s="1"><v>2250000</v></c>'
    expect(read(sheet(cells), { formats: ['"US$"0.00,,"m"'] }).messages).toContain(
      '"USD" of US$2.25m, as the sheet shows it (stored: 2250000)',
    )
  })
})

describe('cells without a value', () => {
  test.each(['#DIV/0!', '#REF!', '#N/A'])('the error %s is an error at its cell', (shown) => {
    const cells = `<c r="C2"><v>5</v></c><c r="D2" t="e"><f>1/0</f><v>${shown}</v></c>`
    const { found, messages } = read(sheet(cells))
    expect(found).toEqual(['error invalid-cell Results!D2'])
    expect(messages).toContain(shown)
  })

  test.each(['<f>B1+1</f>', '<f>B1+1</f><v></v>', '<f t="shared" si="0"/><v/>'])(
    'a formula that nothing has computed (%s) is an error at its cell',
    (formula) => {
      expect(read(sheet(`<c r="C2">${formula}</c><c r="D2"><v>7</v></c>`)).found).toEqual([
        'error missing-result Results!C2',
      ])
    },
  )

  test('an empty text that a formula gives is no figure', () => {
    expect(read(sheet('<c r="C2" t="str"><f>""</f><v></v></c><c r="D2"><v>7</v></c>'))).toMatchObject({
      values: ['7'],
      found: [],
    })
  })

  test('a number that a formula gave is known as such', () => {
    const cells = '<c r="C2"><f>B9*1</f><v>0</v></c><c r="D2"><v>7</v></c>'
    const [found] = readSheets(workbookOf(sheet(cells)))
    expect(found?.rows[1]?.slice(2)).toEqual([
      { kind: 'number', text: '0', general: true, computed: true },
      { kind: 'number', text: '7', general: true },
    ])
  })

  test('a number stored as text among numbers is a warning, one among texts is not', () => {
    const [number, asText] = ['<c r="D2"><v>7</v></c>', text('C2', '6')]
    expect(read(sheet(asText + number)).found).toEqual(['warning ambiguous-text Results!C2'])
    expect(read(sheet(asText + text('D2', '7'))).found).toEqual([])
    expect(read(sheet(text('C2', 'around 6') + number)).found).toEqual([])
  })
})

describe('sheets', () => {
  const [results] = sheet('<c r="C2"><v>5</v></c>')
  const numbers = '<c r="C2"><v>5</v></c><c r="D2"><v>7</v></c>'

  test('a sheet that is a chart is left out', () => {
    expect(read(sheet(numbers), { chartSheet: true })).toMatchObject({ values: ['5', '7'], found: [] })
  })

  test('a hidden sheet is read only where the settings name it, and said once', () => {
    const hidden = { name: 'Archive', state: 'veryHidden', data: years('<c r="D2"><v>9</v></c>') } as const
    const sheets = [...(results ? [results] : []), hidden]
    expect(read(sheets)).toMatchObject({ values: ['5'], found: ['info unsupported-hiding data/figures/a.xlsx'] })
    const files = 'files: {hidden-sheets: [Archive]}'
    expect(read(sheets, { files })).toMatchObject({ values: ['5', '9'], found: [] })
  })

  test('hidden rows and columns with cells are said once a file, and read', () => {
    const data = years(numbers).replace('<row r="2"', '<row r="2" hidden="1"')
    const columns = '<cols><col min="4" max="16384" hidden="1"/></cols>'
    const { values, found, messages } = read([{ name: 'Results', data, columns }])
    expect({ values, found }).toEqual({ values: ['5', '7'], found: ['info unsupported-hiding data/figures/a.xlsx'] })
    expect(messages).toContain('row 2, column D of "Results"')
  })
})

describe('the size of a sheet', () => {
  test.each(['XFD1048576', 'XFD2', 'C1048576'])('a cell at %s is named', (far) => {
    const row = far.replace(/\D/g, '')
    const data = `${years('<c r="C2"><v>5</v></c>')}<row r="${row}"><c r="${far}"><v>1</v></c></row>`
    expect(read([{ name: 'Results', data }]).found).toEqual([`error unsupported-range Results!${far}`])
  })

  test('a far cell that is only formatted is none', () => {
    const data = `${years('<c r="C2"><v>5</v></c>')}<row r="1048576"><c r="XFD1048576" s="1"/></row>`
    expect(read([{ name: 'Results', data }], { formats: ['0.0'] }).found).toEqual([])
  })

  test('a sheet that unpacks to more than is read is refused', () => {
    const padding = ' '.repeat(130 * 1024 * 1024)
    expect(() => readSheets(workbookOf([{ name: 'Results', data: padding }]))).toThrow(/unpacks to more than 128 MB/)
  })
})
