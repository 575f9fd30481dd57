import type { SourceFile } from '../../../src/model/source-file.ts'
import { cellsOf } from '../cells.ts'
import { type Mutation, slideFault, type TextFile, textFiles } from '../mutation.ts'

/** Amounts as people type them where no placeholder would be looked for. */
const amounts = [
  ...['JPY99 billion', 'up 40%', 'USD 3m', '¥5,000', '12 million yen', 'EUR1.2bn', '€7 million', '-3.5%', '£250k'],
  ...['9.9 per cent', 'CHF 4.2 million', '(14) million', 'RMB500 million', 'Rs.533 crore', '3.5%'],
]

const front = '---\nlayout: points\ntitle: Words of the deck\n---\n'

/** Amounts in cells, fields, marks, notes and labels. */
function typed(files: readonly SourceFile[]): readonly Mutation[] {
  const [table] = textFiles(files, 'data/tables/', 'ministries.csv')
  const cells = table ? cellsOf(table.text).filter(({ line, value }) => line > 0 && value !== '') : []
  const inCells = amounts.flatMap((amount, at): readonly Mutation[] => {
    const cell = cells[at % Math.max(cells.length, 1)]
    if (!table || !cell) return []
    const text = `"${cell.value.replaceAll('"', '""')} ${amount}"`
    return [{ kind: 'an amount in a cell of a table', path: table.path, start: cell.start, end: cell.end, text }]
  })
  const places: readonly (readonly [string, (amount: string) => string])[] = [
    ['an amount marked as text', (amount) => `${front}- It was [[${amount}]]\n`],
    ['an amount in a link or a picture', (amount) => `${front}- [${amount} of it](https://example.com/)\n`],
    ['an amount in a grid', (amount) => `${front}| What | How much |\n|---|---|\n| Sales | ${amount} |\n`],
    [
      'an amount in a note of a block',
      (amount) =>
        `---\nlayout: table-and-notes\ntitle: A table\n---\n\`\`\`table\nrows: [revenue.total]\ncolumns: [FY-1, FY]\nnotes: ['Of it ${amount}']\n\`\`\`\n- In yen\n`,
    ],
    ['an amount in the speaker notes', (amount) => `${front}- Words\n\nNote: We won ${amount}.\n`],
  ]
  const onSlides = places.flatMap(([kind, text], place) =>
    amounts
      .filter((_, at) => at % 2 === place % 2)
      .map((amount, at) => slideFault({ kind, index: 600 + place * 20 + at, text: text(amount), twin: text('much') })),
  )
  return [...inCells, ...onSlides]
}

const path = 'data/published.csv'

/** What somebody does to the record of what was published, so that a changed figure goes unseen. */
function ledger(files: readonly SourceFile[]): readonly Mutation[] {
  const [record] = textFiles(files, 'data/', 'published.csv')
  if (!record) return []
  const { text } = record
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)].slice(1, -1)
  const line = (at: number): { start: number; end: number; text: string } => {
    const start = starts[at] ?? 0
    const end = starts[at + 1] ?? text.length
    return { start, end, text: text.slice(start, end) }
  }
  const rows = starts.map((_, at) => at).filter((at) => at % Math.ceil(starts.length / 9) === 3)
  const faults: readonly (readonly [string, (row: string) => string])[] = [
    [
      'alter a value of the record',
      (row) => row.replace(/(\d)(?=[^,\d]*,[^,]*,)/, (digit) => String((Number(digit) + 1) % 10)),
    ],
    ['take a row out of the record', () => ''],
    ['write a row of the record twice', (row) => row + row],
    ['rename a fact of the record', (row) => row.replace('@', '.old@')],
    ['date a row of the record earlier', (row) => row.replace(/^\d{4}/, '2008')],
  ]
  const single = faults.flatMap(([kind, turn]) =>
    rows.flatMap((at): readonly Mutation[] => {
      const own = line(at)
      const turned = turn(own.text)
      return turned === own.text ? [] : [{ kind, path, start: own.start, end: own.end, text: turned }]
    }),
  )
  const cuts = [0, 1, 5, 50, 200].map(
    (kept): Mutation => ({
      kind: 'cut the record off',
      path,
      start: starts.at(-1 - kept) ?? 0,
      end: text.length,
      text: '',
    }),
  )
  return [...single, ...cuts]
}

const each = (
  { path: file, text }: TextFile,
  expression: RegExp,
  kind: string,
  turn: (found: string) => string,
): readonly Mutation[] =>
  [...text.matchAll(expression)].map((match) => ({
    ...{ kind, path: file, start: match.index, end: match.index + match[0].length },
    text: turn(match[0]),
  }))

/** Waivers that excuse more than was looked at, or another thing. */
function waivers(files: readonly SourceFile[]): readonly Mutation[] {
  return textFiles(files, 'data/', 'waivers.yaml').flatMap((file) => [
    ...each(file, /^ {2}printed: "\d+/gm, 'a waiver of another number', (found) => `${found}1`),
    ...each(file, /^ {2}fact: "[\w.-]+/gm, 'a waiver of another fact', (found) => `${found}-other`),
    ...each(file, /^ {2}slide: "[\w-]+/gm, 'a waiver of another slide', () => '  slide: "cover'),
    ...each(file, /^- rule: \w+/gm, 'a waiver of another rule', () => '- rule: F1'),
    ...each(file, /^ {2}when: 2009/gm, 'a waiver of a day to come', () => '  when: 2010'),
    ...each(file, /^ {2}when: [\d-]+/gm, 'a waiver that has lapsed', (found) => `${found}\n  until: 2009-07-07`),
    ...each(file, /^ {2}reason: ".*"/gm, 'a waiver without a reason', () => '  reason: "."'),
    ...each(
      file,
      /^ {2}fact: ".*"\n {2}slide: ".*"/gm,
      'a waiver of a whole slide',
      (found) => found.split('\n')[1] ?? '',
    ),
  ])
}

/** Definitions and ties that are taken out, so that nothing fails any more. */
function ties(files: readonly SourceFile[]): readonly Mutation[] {
  return textFiles(files, 'data/', 'metrics.yaml').flatMap((file) => [
    ...each(file, /, (?:sum|difference|ratio|share): \[[^\]]*\]/g, 'take a definition out', () => ''),
    ...each(file, /^ {2}- \{name: .*\n/gm, 'take a tie out', () => ''),
    ...each(file, /^ {2}- name: .*\n {4}roll-forward: .*\n/gm, 'take a tie out', () => ''),
    ...each(file, /^ties:\n(?: {2}.*\n)+/gm, 'take all ties out', () => 'ties: []\n'),
  ])
}

/** Faults of the files beside the slides: tables and fields, record, waivers, ties. */
export const fileFaults = (files: readonly SourceFile[]): readonly Mutation[] => [
  ...typed(files),
  ...ledger(files),
  ...waivers(files),
  ...ties(files),
]
