import { describe, expect, test } from 'vitest'
import { compileSmall, row, type SmallDeck } from '../../../../tests/tieout/small-deck.ts'

const metrics = Array.from({ length: 20 }, (_, index) => `line.${index + 1}`)

const small = (block: string, more: Partial<SmallDeck> = {}): SmallDeck => ({
  columns: '1Q07,2Q07,3Q07,4Q07,1Q08,2Q08,3Q08,4Q08',
  layout: 'table-and-notes',
  metrics: metrics.map((id) => `${id}: {label: Line item number ${id.slice(5)}, unit: JPY mn, kind: flow}`),
  rows: metrics.map((id) => row(id, '"101,234","101,235","101,236","101,237","101,238","101,239","101,240","101,241"')),
  body: `\`\`\`table\n${block}\n\`\`\``,
  ...more,
})
const said = (deck: SmallDeck): readonly string[] =>
  compileSmall(deck).map((line) => line.replace(/^(\S+) \S+ \S+ (.*) \| (.*)$/, '$1: $2. $3'))
const rows = (count: number): string => `rows: [${metrics.slice(0, count).join(', ')}]`
const quarters = 'columns: [1Q07, 2Q07, 3Q07, 4Q07, 1Q08, 2Q08, 3Q08, 4Q08]'

describe('a table that does not fit', () => {
  test('is too high where its rows need more than its box, and fits without the last', () => {
    expect(said(small(`${rows(20)}\ncolumns: [4Q08]`))).toEqual([
      'table-too-tall: unsupported height of 20 rows: they need 838 pixels, and layout "table-and-notes" gives them 760. take rows out, shorten labels and texts, or spread them over two slides.',
    ])
    expect(said(small(`${rows(13)}\ncolumns: [4Q08]`))).toEqual([])
  })

  test('is marked at the first row that has no room', () => {
    const [found] = compileSmall(small(`${rows(20)}\ncolumns: [4Q08]`))
    const before = `rows: [${metrics.slice(0, 18).join(', ')}, `.length
    expect(found).toMatch(new RegExp(`^table-too-tall slides/010-results\\.md 6:${before + 1}\\+7 `))
  })

  test('says which keys make it narrower', () => {
    const hint = (block: string, more: Partial<SmallDeck> = {}): string => {
      const { body = '', ...rest } = small(block, more)
      return said({ ...rest, body: `${body}\n- All of this grew` })[0] ?? ''
    }
    const bare = `${rows(3)}\n${quarters}\nchange: absolute\nunit: JPY mn`
    expect(hint(bare)).toMatch(/\d\. take columns out/)
    expect(hint(bare.replace('unit: JPY mn', 'unit: "%"'))).toMatch(/\d\. write "units: labels", take columns out/)
    const columns = small('').columns?.replace(/(\d)Q(0\d)/g, 'Q$1 FY$2') ?? ''
    const us = { calendar: 'start-month: 4, style: us', columns }
    expect(hint(bare.replace(/(\d)Q(0\d)/g, 'Q$1 FY$2'), us)).toMatch(/\d\. write "heads: true", take columns out/)
  })

  test('is too high where long words take several lines', () => {
    const why =
      'A reason that is told at length, with all that came before and all that followed, and then once more. '.repeat(4)
    const text = (id: string): string => `{metric: ${id}, text: {why: "${why}"}}`
    const block = `rows: [${metrics.slice(0, 6).map(text).join(', ')}]\ncolumns: [4Q08, {text: why}]`
    expect(said(small(block, { title: 'Wide' }))[0]).toMatch(/^table-too-tall: unsupported height of 6 rows/)
    expect(said(small(block.replaceAll(why, 'Short.')))).toEqual([])
  })

  test('is too high where words stand below it', () => {
    const words = '\n- All of this grew, line by line'.repeat(6)
    const deck = (more: string): SmallDeck => {
      const { body = '', ...rest } = small(`${rows(12)}\ncolumns: [4Q08]`, { front: 'class: wide\n' })
      return { ...rest, body: body + more }
    }
    expect(said(deck(words))[0]).toMatch(/^table-too-tall: /)
    expect(said(deck('\n- All of this grew'))).toEqual([])
  })

  test('is too wide where its columns need more than its box, alone or beside words', () => {
    const block = `${rows(3)}\n${quarters}\nchange: absolute`
    expect(said(small(block))).toEqual([])
    const { body = '', ...rest } = small(block)
    expect(said({ ...rest, body: `${body}\n- All of this grew` })[0]).toMatch(
      /^table-too-wide: unsupported width of results-table-1: it needs \d+ pixels, and layout "table-and-notes" gives it 1136\. .*"class: wide"/,
    )
    expect(said(small(`${block}\nshare-of: line.1\ndates: true`))[0]).toMatch(/gives it 1728/)
  })

  test('is found in a file of words as well', () => {
    const guided = `reconciliation: {from: line.1, adjustments: [${metrics.slice(1, 19).join(', ')}], to: line.20}\ncolumns: [4Q08]`
    expect(said(small(guided))[0]).toMatch(/^table-too-tall: unsupported height of 20 rows/)
  })
})
