import { describe, expect, test } from 'vitest'
import { compileData } from '../../src/compiler/compile.ts'
import { digitsOf } from '../../src/format/numbers/figure-digits.ts'
import { formatUnit } from '../../src/format/units.ts'
import { toExactText } from '../../src/model/rational.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { type FinanceFile, importChanges, openedDeck, prepareImport } from '../../src/project/import/import.ts'
import { inlineNumber } from '../../src/project/import/inline-xbrl.ts'
import { deckFiles } from './_layouts.ts'

const mapping = `- file: CIK*.json
  forms: [10-Q, 10-K]
  from: Q1 FY23
  tags: {us-gaap:Revenues: sales, us-gaap:CostOfRevenue: cost, us-gaap:Cash: cash, "us-gaap:OperatingIncomeLoss": {metric: profit, optional: true}}
- file: "*.htm"
  tags: {us-gaap:Revenues: sales, us-gaap:OperatingIncomeLoss: profit, us-gaap:Cash: {metric: cash, optional: true}, "ost:Margin": {metric: margin, optional: true}}
`
const file = (name: string, content: string): FinanceFile => ({ name, content: Buffer.from(content) })
const quarterly = (val: number, year: number, accn: string, filed: string, form = '10-Q') => ({
  start: `${year}-01-01`,
  end: `${year}-03-31`,
  val,
  accn,
  filed,
  form,
  fy: year,
  fp: 'Q1',
})
const [older, newer] = ['0000900001-23-000031', '0000900001-24-000012']

const facts = (more: Readonly<Record<string, unknown>> = {}) => ({
  cik: 900001,
  entityName: 'Osterby Tools',
  facts: {
    'us-gaap': {
      Revenues: {
        units: {
          USD: [
            quarterly(412_300_000, 2023, older, '2023-05-03'),
            quarterly(412_300_000, 2023, newer, '2024-04-30'),
            quarterly(431_702_000, 2024, newer, '2024-04-30'),
            { start: '2023-02-01', end: '2023-04-30', val: 1, accn: older, filed: '2023-05-03', form: '10-Q' },
            quarterly(1, 2022, older, '2023-05-03'),
          ],
        },
      },
      CostOfRevenue: {
        units: {
          USD: [
            quarterly(262_118_000, 2024, newer, '2024-04-30'),
            quarterly(1, 2024, '0000900001-24-000099', '2024-04-30', '8-K'),
          ],
        },
      },
      Cash: {
        units: { USD: [{ end: '2024-03-31', val: 91_412_000, accn: newer, filed: '2024-04-30', form: '10-Q' }] },
      },
      ...more,
    },
  },
})

const shown = ({ plan }: Awaited<ReturnType<typeof prepareImport>>) =>
  plan.figures
    .map(
      ({ figure, kind, document }) =>
        `${kind} ${figure.metric}@${figure.period.label} ${digitsOf(figure, '.')} ${formatUnit(figure.unit)} ${document.title}`,
    )
    .sort()
    .sort()

const deck = openedDeck('/deck', deckFiles(mapping))
const codes = async (one: FinanceFile, document?: string) =>
  (await prepareImport(deck, one, { document })).diagnostics.map(({ code }) => code)

describe('company facts', () => {
  test('give a document a filing, with form and accession number, in periods of the calendar from the one named', async () => {
    const prepared = await prepareImport(deck, file('CIK0000900001.json', JSON.stringify(facts())))
    expect(prepared.diagnostics).toEqual([])
    expect(shown(prepared)).toEqual([
      `new cash@2024-03-31 91.412 USD mn 10-Q ${newer}`,
      `new cost@Q1 FY24 262.118 USD mn 10-Q ${newer}`,
      `new sales@Q1 FY24 431.702 USD mn 10-Q ${newer}`,
      `same sales@Q1 FY23 412.3 USD mn 10-Q ${older}`,
      `same sales@Q1 FY23 412.3 USD mn 10-Q ${newer}`,
    ])
    expect(prepared.leftOut.map(({ text }) => text)).toEqual(['2023-02-01 to 2023-04-30 is no period of the calendar'])
  })

  test('a filing that restates an older one is confirmed, and both are kept', async () => {
    const restating = facts({
      OperatingIncomeLoss: { units: { USD: [quarterly(-12_100_000, 2023, newer, '2024-04-30')] } },
    })
    const files = deckFiles(mapping, {
      'data/figures/income.csv': 'metric,unit,status,Q1 FY23,source,at,note\nprofit,USD mn,,-12.4,R22,Page 3,\n',
      'data/sources.yaml': 'R22: {title: Results, date: 2023-05-03}\nR23: {title: Results 2023, date: 2024-02-01}\n',
    })
    const own = openedDeck('/deck', files)
    const prepared = await prepareImport(own, file('CIK1.json', JSON.stringify(restating)))
    expect(() => importChanges(own, prepared, undefined)).toThrow('1 figure of older documents changed')
    const changes = importChanges(own, prepared, 'New accounting for leases')
    const after: readonly SourceFile[] = [
      ...files.filter(({ path }) => !changes.some((one) => one.path === path)),
      ...changes.map(({ path, after: text }): SourceFile => ({ kind: 'text', path, text })),
    ]
    const profit = compileData(after)?.data.figures.find(({ metric }) => metric === 'profit')
    expect([profit?.status, profit?.sources[0]?.document, profit?.sources[0]?.at, profit?.earlier?.length]).toEqual([
      'restated',
      newer,
      'CIK1.json us-gaap:OperatingIncomeLoss',
      1,
    ])
    expect(compileData(after)?.data.documents.get(newer)).toMatchObject({ title: `10-Q ${newer}`, date: '2024-04-30' })
  })

  test.each([
    ['they are no JSON', '{', 'invalid-filing'],
    ['they are something else', '{"a": 1}', 'invalid-filing'],
    [
      'a fact has no value',
      JSON.stringify(
        facts({ Cash: { units: { USD: [{ end: '2024-03-31', accn: newer, filed: '2024-04-30', form: '10-Q' }] } } }),
      ),
      'invalid-filing',
    ],
    ['a tag is not there', JSON.stringify(facts({ Cash: undefined })), 'missing-tag'],
    [
      'a unit is another',
      JSON.stringify(
        facts({
          Cash: { units: { EUR: [{ end: '2024-03-31', val: 5, accn: newer, filed: '2024-04-30', form: '10-Q' }] } },
        }),
      ),
      'unsupported-tag-unit',
    ],
  ])('are refused where %s', async (_, text, code) => {
    expect(await codes(file('CIK1.json', text))).toEqual([code])
  })

  test('a filing that is later than the deck is left out with a word', async () => {
    const later = facts({
      OperatingIncomeLoss: { units: { USD: [quarterly(18_900_000, 2024, '0000900001-24-000040', '2024-08-01')] } },
    })
    const { leftOut } = await prepareImport(deck, file('CIK1.json', JSON.stringify(later)))
    expect(leftOut.map(({ text }) => text)).toContain('10-Q 0000900001-24-000040, later than the deck')
  })
})

const fact = (name: string, context: string, attributes: string, text: string): string =>
  `<ix:nonFraction name="${name}" contextRef="${context}" unitRef="usd" ${attributes}>${text}</ix:nonFraction>`

const filing = (body: string): FinanceFile =>
  file(
    'ost-20240331_000090000124000012.htm',
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"><body>
<ix:header><ix:hidden><ix:nonNumeric contextRef="c1" name="dei:DocumentType" id="f1">10-Q</ix:nonNumeric></ix:hidden><ix:resources>
<xbrli:context id="c1"><xbrli:entity><xbrli:identifier scheme="s">1</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="c2"><xbrli:entity><xbrli:segment><xbrldi:explicitMember dimension="d">ost:Tools</xbrldi:explicitMember></xbrli:segment></xbrli:entity><xbrli:period><xbrli:startDate>2024-01-01</xbrli:startDate><xbrli:endDate>2024-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:context id="c3"><xbrli:period><xbrli:instant>2024-03-31</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header>
${body}</body></html>`,
  )
const millions = 'decimals="-5" scale="6" format="ixt:num-dot-decimal"'
const sound = `<p>Revenue of $${fact('us-gaap:Revenues', 'c1', 'decimals="-8" scale="9" format="ixt:num-dot-decimal"', '0.4')} billion</p>
<td>${fact('us-gaap:Revenues', 'c1', millions, '<b>431</b>.7')}</td><td>${fact('us-gaap:Revenues', 'c2', millions, '295.4')}</td>
<td>(${fact('us-gaap:OperatingIncomeLoss', 'c1', `${millions} sign="-"`, '1,002.5')})</td><td>${fact('us-gaap:Cash', 'c3', millions, '91.4')}</td>`

describe('an inline XBRL document', () => {
  test('gives the finest number of each tag, with format, scale, sign and decimals, and none of a segment', async () => {
    const prepared = await prepareImport(deck, filing(sound))
    expect(prepared.diagnostics).toEqual([])
    expect(shown(prepared)).toEqual([
      `new cash@2024-03-31 91.4 USD mn 10-Q ${newer}`,
      `new profit@Q1 FY24 -1002.5 USD mn 10-Q ${newer}`,
      `new sales@Q1 FY24 431.7 USD mn 10-Q ${newer}`,
    ])
  })

  test('two numbers of one tag that disagree are refused', async () => {
    const prepared = await prepareImport(deck, filing(`${sound}${fact('us-gaap:Revenues', 'c1', millions, '431.9')}`))
    expect(() => importChanges(deck, prepared, undefined)).toThrow(/state sales Q1 FY24 differently/)
  })

  test.each([
    ['the accession number is unknown', file('a.htm', filing(sound).content.toString()), 'missing-accession'],
    ['it is a plain page', file('a.htm', '<html><body>431.7</body></html>'), 'invalid-filing'],
    ['a format is not known', filing(sound.replaceAll('num-dot-decimal"', 'num-word-en"')), 'unsupported-transform'],
    ['a number does not fit its format', filing(sound.replace('<b>431</b>.7', '431.7.1')), 'unsupported-transform'],
    ['a tag is not there', filing(fact('us-gaap:Revenues', 'c1', millions, '431.7')), 'missing-tag'],
  ])('is refused where %s', async (_, one, code) => {
    expect(await codes(one)).toContain(code)
  })

  test.each([
    [{ format: 'ixt:num-dot-decimal', scale: '6', decimals: '-6' }, '1,234', '1234000000', '1000000'],
    [{ format: 'ixt:num-comma-decimal', scale: '3', decimals: '-2' }, '1.234,5', '1234500', '100'],
    [{ format: 'ixt:fixed-zero', scale: '6', decimals: '-6' }, '—', '0', '1000000'],
    [{ scale: '-2', decimals: '4', sign: '-' }, '4.4', '-0.044', '0.001'],
    [{ decimals: 'INF' }, '1.52', '1.52', '0.01'],
  ])('%j reads %s as %s', (attributes, text, value, ulp) => {
    const read = inlineNumber(new Map(Object.entries(attributes)), text)
    expect(read && read !== 'nothing' && [toExactText(read.value), toExactText(read.ulp)]).toEqual([value, ulp])
  })

  test('a number that is nil or has no content is none', () => {
    expect(inlineNumber(new Map([['xsi:nil', 'true']]), '')).toBe('nothing')
    expect(inlineNumber(new Map([['format', 'ixt:fixed-empty']]), '—')).toBe('nothing')
  })
})
