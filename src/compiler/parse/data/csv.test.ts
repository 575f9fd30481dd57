import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnName } from '../../../model/source-file.ts'
import { parseCsv } from './csv.ts'
import { readGrids } from './grids.ts'

const texts = (source: string): readonly (readonly string[])[] =>
  parseCsv('a.csv', source).value.rows.map((row) => row.map(({ text }) => text))

const places = (source: string): readonly string[] =>
  parseCsv('a.csv', source).value.rows.flatMap((row) =>
    row.map(({ text, place }) => `${text}@${place.line}:${place.column}+${place.length}`),
  )

describe('CSV', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\n"1,5"\n', [['a'], ['1,5']]],
    ['a\n"say ""no"""', [['a'], ['say "no"']]],
    [
      'a,b\n"two\nlines",x',
      [
        ['a', 'b'],
        ['two\nlines', 'x'],
      ],
    ],
    [
      'a,b\n\n , \n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    ['', []],
    [
      'sep=;\na;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      '\uFEFFSEP=|\r\na|b\r\n1;2|3',
      [
        ['a', 'b'],
        ['1;2', '3'],
      ],
    ],
    ['sep=\t\r\na\tb', [['a', 'b']]],
    [
      'a,b\n# of clients,7',
      [
        ['a', 'b'],
        ['# of clients', '7'],
      ],
    ],
    [
      '#,b\n1,7',
      [
        ['#', 'b'],
        ['1', '7'],
      ],
    ],
    ['a\n"# quoted"', [['a'], ['# quoted']]],
  ])('%j is read as %j', (source, rows) => {
    expect(texts(source)).toEqual(rows)
  })

  test('cells know where their text begins: after quotes, spaces and lines of other cells', () => {
    expect(places('a, b\n"16,328" ,"x\ny",z\n  q,r')).toEqual([
      'a@1:1+1',
      'b@1:4+1',
      '16,328@2:2+6',
      'x\ny@2:12+1',
      'z@3:4+1',
      'q@4:3+1',
      'r@4:5+1',
    ])
  })

  test('a quote that is never closed is reported at the quote', () => {
    expect(parseCsv('a.csv', 'a,b\n1,"2\n3,4').diagnostics).toMatchObject([
      { code: 'invalid-csv', place: { path: 'a.csv', line: 2, column: 3 } },
    ])
  })

  test('text after a closing quote is reported at the text', () => {
    expect(parseCsv('a.csv', 'a\n"1"2').diagnostics).toMatchObject([
      { code: 'invalid-csv', message: 'invalid CSV: text "2" after a closing quote', place: { line: 2, column: 4 } },
    ])
  })

  test('lines are counted with the line that states the separator', () => {
    expect(places('sep=;\na;b')).toEqual(['a@2:1+1', 'b@2:3+1'])
  })

  test.each([
    ['# Results of the year\na,b\n1,2', 1],
    ['a,b,c\n1,2,3\n#checked, by the auditor', 3],
    ['a,b,c\n# 2008 restated,,\n1,2,3', 2],
    ['a;b\n  # to do\n1;2', 2],
  ])('a comment is reported where it stands: %j', (source, line) => {
    expect(parseCsv('a.csv', source).diagnostics).toMatchObject([{ code: 'unsupported-comment', place: { line } }])
  })

  test('any cells written with quotes are read back, each at its place', () => {
    const cell = fc.stringMatching(/^[a-z",;\n ]{0,8}$/).map((text) => text.trim())
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (cells) => {
        const header = ['h1', 'h2']
        const rows = [header, ...cells.filter((row) => row.some((text) => text !== ''))]
        const source = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(texts(source)).toEqual(rows)
        const lines = source.split('\n')
        for (const { text, place } of parseCsv('a.csv', source).value.rows.flat()) {
          const first = text.split('\n')[0]?.replaceAll('"', '""').trim() ?? ''
          expect(lines[place.line - 1]?.slice(place.column - 1).startsWith(first)).toBe(true)
        }
      }),
    )
  })
})

describe('workbooks', () => {
  test('each sheet with cells is a grid whose places name the cell', () => {
    const { value: grids } = readGrids({
      kind: 'workbook',
      path: 'data/figures/a.xlsx',
      sheets: [
        { name: 'Empty', rows: [] },
        { name: 'Sheet1', rows: [['metric', 'unit'], [], ['x', ' JPY mn ']] },
      ],
    })
    expect(grids).toHaveLength(1)
    expect(grids[0]?.rows[1]?.[1]).toEqual({
      text: 'JPY mn',
      place: { path: 'data/figures/a.xlsx', line: 3, column: 2, cell: 'Sheet1!B3' },
    })
  })

  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
  ])('column %d is %s', (column, name) => {
    expect(columnName(column)).toBe(name)
  })
})
