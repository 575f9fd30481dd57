import { describe, expect, test } from 'vitest'
import { compileSmall, row, type SmallDeck } from '../../../../tests/tieout/small-deck.ts'

const small = (layout: string, body: string, more: Partial<SmallDeck> = {}): SmallDeck => ({
  columns: 'FY07,FY08',
  rows: [row('income', '40,50')],
  layout,
  body,
  ...more,
})
const said = (deck: SmallDeck): readonly string[] =>
  compileSmall(deck).map((line) => line.replace(/^(\S+) \S+ (\S+) (.*) \| (.*)$/, '$1 $2 $3. $4'))
const points = (count: number, text = 'Orders from utilities and hospitals'): string => `- ${text}\n`.repeat(count)
const chart = '```chart\ntype: column\nseries: [income]\nperiods: [FY-1, FY]\n```\n'
const table = '```table\nrows: [income]\ncolumns: [FY-1, FY]\n```\n'
const tiles = (count: number): string => `\`\`\`tiles\n${'- {metric: income, period: FY}\n'.repeat(count)}\`\`\`\n`
const long = `${'Orders from utilities and hospitals, and from those who build for them. '.repeat(4)}`

describe('text that does not fit', () => {
  test.each([
    ['short points', 'points', points(27), 26],
    ['points of several lines', 'points', points(14, long), 3],
    ['points in points', 'points', `- Orders\n${points(9).replace(/^/gm, '  ').trimEnd()}\n`.repeat(5), 0],
    ['points beside a chart', 'chart-and-points', chart + points(18, 'Orders'), 15],
    ['long points beside a table', 'table-and-notes', table + points(6, long), 2],
    ['few long points', 'points', points(5, long.repeat(2)), 2],
    ['the only group', 'points', `## Orders\n${points(13)}\n`, 9],
    ['groups', 'points', `## Orders\n${points(8)}\n`.repeat(4), 0],
    ['cards', 'grid', `## Orders\n${points(7)}\n`.repeat(6), 0],
    ['cards side by side', 'cards', `## Orders\n${points(14)}\n`.repeat(3), 0],
    ['rows', 'matrix', `## Orders\n${points(8)}\n`.repeat(4), 0],
    ['words under a wide chart', 'one-chart', chart + points(7), 6],
    ['words under two rows of tiles', 'tiles', tiles(6) + points(4), 0],
    ['words under one row of tiles', 'tiles', tiles(4) + points(9), 0],
    ['a paragraph', 'points', long.repeat(16), 0],
    ['words on a cover', 'cover', points(12), 6],
    ['words of a section', 'section', points(16), 12],
    ['words over an agenda', 'agenda', points(8), 2],
    ['the end of a connection', 'connection', `## Orders\n${points(2)}\n## Net\n\n## End\n`, 0],
    ['a box of a flow', 'diagram', `## Orders\n${points(9)}\n`.repeat(3), 0],
    ['a step of a timeline', 'timeline', `- **Now** ${'Orders from hospitals. '.repeat(24)}\n`.repeat(5), 0],
    ['words on a photo', 'photo', points(1), 0],
    ['groups of a contact', 'contact', `## Orders\n${points(24)}\n`.repeat(2), 0],
  ])('is a warning: %s', (_name, layout, body, fitting) => {
    const [found, ...more] = said(small(layout, body))
    expect(found).toMatch(
      new RegExp(
        `^text-too-tall \\S+ unsupported height of the text: .* layout "${layout}" gives it \\d+( in \\d columns)?\\. take points`,
      ),
    )
    expect(more).toEqual([])
    const first = body.split('\n').find((line) => line.startsWith('- ')) ?? ''
    const rest = body.slice(0, body.indexOf(first))
    if (fitting > 0) expect(said(small(layout, rest + `${first}\n`.repeat(fitting)))).toEqual([])
  })

  test.each([
    ['a box of a flow', 'diagram', '', '## Consumption\nOrders\n\n'.repeat(7), 'Consumption'],
    ['a card', 'grid', 'four', `## Orders\n${points(2, 'Telecommunicationsinfrastructure')}\n`.repeat(4), 'Telecom'],
    ['a point', 'chart-and-points', '', chart + points(2, 'Orders'.repeat(140)), 'OrdersOrders'],
    ['the step of a link', 'grid', 'chain', '## *Transportation* Rail\nOrders\n\n'.repeat(6), 'Transportation'],
    [
      'what is set large under a name',
      'grid',
      'rows blocks',
      '## One\n- Heat *Internationalisation*\n\n## Two\n- Heat\n',
      'Internationalisation',
    ],
    [
      'a name in a block',
      'grid',
      'blocks',
      `## One\n- ${'Austria'.repeat(9)}\n\n## Two\n- Austria\n`,
      'AustriaAustria',
    ],
  ])('is a warning for a word that is wider than its line: %s', (_name, layout, name, body, word) => {
    const front = name === '' ? '' : `class: ${name}\n`
    expect(said(small(layout, body, { front }))).toContainEqual(
      expect.stringMatching(new RegExp(`^word-too-wide \\S+ unsupported width of "${word}.*write a shorter word`)),
    )
    expect(said(small(layout, body.replaceAll(/\p{L}{9,}/gu, 'Orders'), { front }))).toEqual([])
  })

  test('is a warning for a word of a title that is wider than its panel', () => {
    const title = 'Telekommunikationsinfrastruktur'
    expect(said(small('lead', `Orders\n\n${chart}`, { title }))[0]).toMatch(
      /^word-too-wide 3:\d+ .* a line there has 512/,
    )
    expect(said(small('points', points(2), { title }))).toEqual([])
  })

  test('none for a word that may end a line behind its hyphen, nor for scripts without blanks', () => {
    const flow = (word: string): SmallDeck => small('diagram', `## ${word}\nOrders\n\n`.repeat(7))
    expect(said(flow('Con-sum-tion'))).toEqual([])
    expect(said(flow('電力消費量予測')).filter((line) => line.startsWith('word-too-wide'))).toEqual([])
  })

  test('stands at its first line, and names the class that has room', () => {
    expect(said(small('points', points(60)))[0]).toMatch(/^text-too-tall 5:\d\S* .* two slides\.$/)
    expect(said(small('points', points(28)))[0]).toContain('or write "class: dense')
    expect(said(small('points', points(28), { front: 'class: dense\n' }))).toEqual([])
  })

  test('is a warning for a title of a chart that moves it down further than there is room', () => {
    const titled = (words: number, more = ''): string =>
      `${chart.replace('type:', `title: ${'orders from utilities '.repeat(words).trim()}\ntype:`)}${more}`
    const front = 'class: narrow aligned\n'
    const rows = '- One\n'
    const bars = (words: number): string =>
      titled(words, rows).replace(/type: column[^`]*/, 'type: bar\nitems: [income]\nperiod: FY\n')
    expect(said(small('chart-and-points', bars(8), { front }))).toEqual([])
    expect(said(small('chart-and-points', bars(20), { front }))[0]).toMatch(/^chart-title-too-long .* gives them 50\./)
    expect(said(small('chart-and-points', bars(8), { front: `${front}takeaway: Growth\n` }))[0]).toMatch(
      /^chart-title-too-long .* gives them 34\./,
    )
    expect(said(small('chart-and-points', titled(8, points(2))))).toEqual([])
    expect(said(small('one-chart', titled(4) + points(6)))).toEqual([])
    expect(said(small('one-chart', titled(12) + points(6)))[0]).toMatch(/^text-too-tall/)
  })

  test('is a warning for notes of a chart that has the slide to itself, and none where there is room below it', () => {
    const noted = chart.replace('type:', 'notes: [As reported]\ntype:')
    const full = small('one-chart', noted, { front: 'class: full\n' })
    expect(said(full)[0]).toMatch(/^chart-title-too-long .* layout "one-chart" gives them 8\./)
    expect(said(small('one-chart', chart, { front: 'class: full\n' }))).toEqual([])
    expect(said(small('one-chart', noted, { front: 'class: tall\n' }))).toEqual([])
  })

  test('names no class that cannot be had, and those to leave out; room that is less than nothing is said in words', () => {
    const bars = '```chart\ntype: bar\nitems: [income]\nperiod: FY\n```\n'
    const hints = said(small('chart-and-points', bars + points(17, 'Orders')))
    expect(hints[0]).toMatch(/^text-too-tall/)
    expect(hints[0]).not.toContain('aligned')
    const title = 'Orders from utilities and hospitals grew faster than those from everybody else'
    const front = 'class: full\ntakeaway: Growth\n'
    const [full] = said(small('one-chart', chart + points(1), { front, title }))
    expect(full).toMatch(/layout "one-chart" has no room for it here\. .*, or leave class "full" out\.$/)
  })

  test('has more room under a title of one line, and less above a takeaway', () => {
    const long = 'Orders from utilities and hospitals grew faster than those from everybody else'
    expect(said(small('points', points(26)))).toEqual([])
    expect(said(small('points', points(26), { title: long }))[0]).toMatch(/gives it 1392 in 2 columns\./)
    expect(said(small('points', points(26), { front: 'takeaway: Orders come back\n' }))[0]).toMatch(
      /gives it 1376 in 2 columns\./,
    )
  })

  test('stands under one row of tiles or, with less room, under two', () => {
    const long = 'Orders from utilities and hospitals grew faster than those from everybody else'
    for (const [count, fitting] of [
      [4, 6],
      [6, 2],
    ] as const) {
      expect(said(small('tiles', tiles(count) + points(fitting)))).toEqual([])
      expect(said(small('tiles', tiles(count) + points(fitting + 1), { title: long }))[0]).toMatch(/^text-too-tall/)
    }
    expect(said(small('tiles', tiles(6) + points(3), { title: long }))[0]).toMatch(/^text-too-tall/)
  })

  test('is less where a large title takes more than two lines', () => {
    const title = 'Orders from utilities and hospitals in all countries but the home market'
    expect(said(small('cover', points(6)))).toEqual([])
    expect(said(small('cover', points(6), { title }))[0]).toMatch(/layout "cover" gives it (92|222)\./)
  })

  test('is a warning for a title of more lines than its layout takes', () => {
    const title = 'Orders from utilities and hospitals grew faster than those from everybody else, '
    expect(said(small('cover', '', { title: title.slice(0, 78) }))).toEqual([])
    expect(said(small('cover', '', { title: title.repeat(2) }))[0]).toMatch(/^title-too-long/)
    expect(said(small('section', '', { title: title.repeat(3) }))[0]).toMatch(/^title-too-long/)
  })

  test('is a warning for a title of three lines', () => {
    const title = 'Orders from utilities and hospitals grew faster than those from everybody else, '.repeat(2)
    expect(said(small('points', points(3), { title: `"${title}as in all years before"` }))).toEqual([
      'title-too-long 3:9 unsupported length of the title: it takes 3 lines, and layout "points" has room for 2. say the message in 2 lines, and what is shown, unit and period in the subtitle.',
    ])
  })

  test('is a warning for more names in rows than the slide is high, and for none where all is set closer', () => {
    const rows = (count: number): string =>
      `## **[[9]]** wholly\n${points(count, 'Orders')}\n## **[[2]]** by majority\n${points(2, 'Orders')}\n`
    const front = 'class: rows blocks\n'
    expect(said(small('grid', rows(13), { front }))).toEqual([])
    expect(said(small('grid', rows(60), { front }))[0]).toMatch(/^text-too-tall/)
  })

  test('is a warning for a figure whose digits are wider than the column that they lead', () => {
    const led = (figure: string): string =>
      `## {{figure "income" "FY"}}\n${points(2)}\n`.repeat(3).replaceAll('income', figure)
    const deck = (value: string) =>
      said(
        small('grid', led('income'), {
          front: 'class: large figures\n',
          rows: [row('income', `"${value}","${value}"`)],
        }),
      )
    expect(deck('50')).toEqual([])
    expect(deck('12,345,678,901,234,567')[0]).toMatch(
      /^figure-too-wide .*need more than the 534 pixels of their column/,
    )
  })

  test.each([
    ['customers-of-towns', []],
    ['customers-of-towns-and-villages', ['figure-too-wide']],
  ])('is a warning for no long figure that is broken between its words: approx. 1,250 %s', (unit, codes) => {
    const body = ['{{figure "homes" "FY"}}', 'Two', 'Three', 'Four']
      .map((head) => `## ${head}\n${points(1)}\n`)
      .join('')
    const deck = small('cards', body, {
      units: `${unit}: {}`,
      metrics: [`homes: {label: Homes, unit: ${unit}, kind: stock, polarity: more}`],
      rows: [row('homes', 'approx. 1250,approx. 1250', { unit })],
    })
    expect(said(deck).map((line) => line.split(' ')[0])).toEqual(codes)
  })
})
