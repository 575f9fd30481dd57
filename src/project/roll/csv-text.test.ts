import { describe, expect, test } from 'vitest'
import { csvText, withAdded } from './csv-text.ts'

const added = (text: string, separator: string, addition: Parameters<typeof withAdded>[1]): string => {
  const csv = csvText(text, separator)
  return csv ? withAdded(csv, addition) : ''
}

describe('columns and rows are added to a CSV text', () => {
  test.each([
    [
      'line ends of Windows',
      'metric,unit,1Q,source\r\na,x,"1,2",S\r\n',
      'metric,unit,1Q,2Q,source\r\na,x,"1,2",,S\r\n',
    ],
    ['no line end at the end', 'metric,unit,1Q,source\na,x, 3 ,S', 'metric,unit,1Q,2Q,source\na,x, 3 ,,S'],
    [
      'a quoted line end',
      'metric,unit,1Q,source\na,x,1,"S ""q""\nline"\nb,y,,T\n',
      'metric,unit,1Q,2Q,source\na,x,1,,"S ""q""\nline"\nb,y,,,T\n',
    ],
    ['short and blank rows', 'metric,unit,1Q,source\n\na,x\nb,y,1\n', 'metric,unit,1Q,2Q,source\n\na,x\nb,y,1,\n'],
    ['a byte order mark', '\uFEFFmetric,unit,1Q,source\na,x,1,S\n', '\uFEFFmetric,unit,1Q,2Q,source\na,x,1,,S\n'],
    ['a header alone', 'metric,unit,1Q,source\n', 'metric,unit,1Q,2Q,source\n'],
  ])('%s stay as they are', (_, before, after) => {
    expect(added(before, ',', { before: 3, labels: ['2Q'], rows: [] })).toBe(after)
  })

  test('a stated separator is no row, and rows are written with it', () => {
    const text = 'sep=;\nmetric;unit;1Q\na;x;1,5'
    expect(added(text, ';', { before: 3, labels: ['2Q'], rows: [{ metric: 'a', unit: 'x;y' }] })).toBe(
      'sep=;\nmetric;unit;1Q;2Q\na;x;1,5;\na;"x;y";;\n',
    )
  })
})
