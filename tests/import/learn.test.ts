import { describe, expect, test } from 'vitest'
import { digitsOf } from '../../src/format/numbers/figure-digits.ts'
import { type FinanceFile, openedDeck, prepareImport, sourceOf } from '../../src/project/import/import.ts'
import { learnMapping, withLearned } from '../../src/project/import/learn.ts'
import { book, csv, day, deckFiles, type Grid, sheet } from './_layouts.ts'

const n = (number: string, format = '0.0') => ({ number, format })
const files = deckFiles('').filter(({ path }) => path !== 'data/import.yaml')
const learned = async (file: FinanceFile) => learnMapping(await sourceOf(file), openedDeck('/deck', files).data)

/** What the proposed entry reads of the new quarter. */
async function readBack(file: FinanceFile): Promise<Readonly<Record<string, string>>> {
  const deck = openedDeck('/deck', files)
  const { after } = withLearned(deck, await learned(file))
  const { plan, diagnostics } = await prepareImport(openedDeck('/deck', deckFiles(after)), file)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return Object.fromEntries(
    plan.figures.map(({ figure }) => [`${figure.metric}@${figure.period.label}`, digitsOf(figure, '.')]),
  )
}

const income: Grid = [
  ['Osterby Tools'],
  ['USD thousand', day('2024-03-31'), day('2023-03-31'), day('2023-12-31')],
  ['Revenue', 431702, 412310, 455080],
  ['Cost of sales', -262118, -251600, -270410],
  ['Tools', 295412, 280100, 301870],
  ['of which rented', 12000, 11000, 10000],
]

describe('a proposed entry of the mapping', () => {
  test('has the lines whose older values are known, with scale and sign, and reads the new quarter', async () => {
    const file = book('income 1Q24.xlsx', sheet('Income', income))
    const { text, lines } = await learned(file)
    expect(text).toBe(`- file: "income *.xlsx"
  blocks:
    - sheet: Income
      labels: A
      heads: 2
      dates: quarter
      unit: USD k
      lines:
        # 2 of 3 columns hold known values, and the label agrees
        Revenue: sales
        # 2 of 3 columns hold known values, and the label agrees
        Cost of sales: {metric: cost, sign: -1}
        # 2 of 3 columns hold known values, and the label agrees
        Tools: sales.tools`)
    expect(lines).toBe(3)
    expect(await readBack(file)).toMatchObject({
      'sales@Q1 FY24': '431702',
      'cost@Q1 FY24': '262118',
      'sales.tools@Q1 FY24': '295412',
    })
  })

  test('a label alone is a comment, and so is one value under another label', async () => {
    const { text } = await learned(
      book(
        'a.xlsx',
        sheet('S', [
          ['', 'Q1 FY24', 'Q1 FY23', 'Q4 FY23'],
          ['Net sales', n('431.7'), n('412.3'), n('455.1')],
          ['Parts', n('136.3'), n('999.9'), n('888.8')],
          ['Sundry', n('1.0'), n('251.6'), n('7.7')],
        ]),
      ),
    )
    expect(text).toContain('\n        # by its label alone: no known value agrees\n        # Parts: sales.parts\n')
    expect(text).toContain('\n        # one known value agrees, and not the label\n        # Sundry: cost')
    expect(text.match(/^ {8}[A-Z].*$/gm)).toEqual(['        Net sales: sales'])
  })

  test('a row whose values are those of two metrics is no line, unless its label says which', async () => {
    const twin = openedDeck(
      '/deck',
      files.map((file) =>
        file.kind === 'text' && file.path === 'data/figures/income.csv'
          ? { ...file, text: file.text.replace('cost,USD mn,251.6,270.4', 'cost,USD mn,412.3,455.1') }
          : file,
      ),
    ).data
    const grid = (label: string) =>
      book(
        'a.xlsx',
        sheet('S', [
          ['', 'Q1 FY23', 'Q4 FY23'],
          [label, n('412.3'), n('455.1')],
          ['Tools', n('280.1'), n('301.9')],
        ]),
      )
    expect(learnMapping(await sourceOf(grid('Turnover')), twin).text).toContain(
      '        # one of these: 2 of 2 columns hold known values of each\n        # Turnover: sales\n        # Turnover: cost',
    )
    expect(learnMapping(await sourceOf(grid('Cost of sales')), twin).text).toContain(
      '        # 2 of 2 columns hold known values, and the label agrees\n        Cost of sales: cost',
    )
  })

  test('names the folder where the file lies, so that saves there are noticed', async () => {
    const source = await sourceOf(book('income 1Q24.xlsx', sheet('Income', income)))
    const { text } = learnMapping(source, openedDeck('/deck', files).data, '../finance/2024')
    expect(text).toContain('- file: "../finance/2024/income *.xlsx"\n')
  })

  test('finds merged heads, days of balances and the sheet below', async () => {
    const file = book(
      'key.xlsx',
      sheet('Key', [
        ['', 'FY24', 'FY23', ''],
        ['', 'Q1', 'Q1', 'Q4'],
        ['Net sales', n('431.7'), n('412.3'), n('455.1')],
        [],
        ['', day('2024-03-31'), day('2023-12-31')],
        ['Cash', n('91.4'), n('88.2')],
        ['Staff', 1198, 1204],
      ]),
    )
    const { text } = await learned(file)
    expect(text).toContain('heads: [1, 2]')
    expect(text).toContain('        # 1 of 2 columns hold known values, and the label agrees\n        Cash: cash')
    expect(await readBack(file)).toMatchObject({
      'sales@Q1 FY24': '431.7',
      'sales@Q4 FY23': '455.1',
      'cash@2024-03-31': '91.4',
    })
  })

  test('a comment is a line whose # is taken away, with its sign and unit', async () => {
    const file = csv('costs.csv', [
      ',Q1 FY23,Q4 FY23,Q1 FY24',
      'Net sales,412.3,455.1,431.7',
      'Outlay,-251600,9,-262100',
    ])
    const { text } = await learned(file)
    const line = '# Outlay: {metric: cost, sign: -1, unit: USD k}'
    expect(text).toContain(line)
    const after = text.replace(line, line.slice(2))
    const { plan } = await prepareImport(openedDeck('/deck', deckFiles(after)), file)
    expect(plan.figures.map(({ figure }) => `${figure.metric}@${figure.period.label}`)).toContain('cost@Q1 FY24')
  })

  test('a file with decimal commas is read as one, and its entry says so', async () => {
    const file = csv('zahlen.csv', [';Q1 FY23;Q4 FY23;Q1 FY24', 'Umsatz;412,3;455,1;431,7', 'Kosten;251,6;270,4;262,1'])
    const { text } = await learned(file)
    expect(text).toContain('  decimal: ","\n')
    expect(await readBack(file)).toMatchObject({ 'sales@Q1 FY24': '431.7', 'cost@Q1 FY24': '262.1' })
  })

  test('numbers in cells without a format are as fine as the finest of their row', async () => {
    const bare = (number: string) => ({ number })
    const file = book(
      'bare.xlsx',
      sheet('S', [
        ['', 'Q1 FY24', 'Q1 FY23', 'Q4 FY23', 'Change'],
        ['Net sales', bare('431'), bare('412.3'), bare('455.1'), bare('0.0454')],
        ['Cost of sales', n('262', '0'), bare('251.6'), bare('270.4'), bare('0.0413')],
      ]),
    )
    expect(await readBack(file)).toMatchObject({ 'sales@Q1 FY24': '431.0', 'cost@Q1 FY24': '262' }) // a format says what it shows
  })

  test('says so where nothing is known', async () => {
    const { text, lines } = await learned(csv('a.csv', [',Q1 FY24', 'Something,5']))
    expect([lines, text]).toEqual([
      0,
      '# no row holds known values of a metric: write the entry by hand (docs/quarter.md)',
    ])
  })
})
