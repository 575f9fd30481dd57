const point = 'Orders from utilities and hospitals'
const long = `${point}, and from those who build for them in all countries but the home market`
const points = (count: number, text = point): string => `- ${text}\n`.repeat(count)
const titles = ['One', 'Two', 'Three']
const charts = (count: number): string =>
  titles
    .slice(0, count)
    .map((title) => `\`\`\`chart\ntype: column\ntitle: ${title}\nseries: [income]\nperiods: [FY-1, FY]\n\`\`\`\n`)
    .join('')
const table = '```table\nrows: [income]\ncolumns: [FY-1, FY]\n```\n'
const tiles = (count: number): string => `\`\`\`tiles\n${'- {metric: income, period: FY}\n'.repeat(count)}\`\`\`\n`
const groups = (count: number, body: string): string =>
  Array.from({ length: count }, (_, index) => `## Orders ${'ABCDEFGH'[index]}\n${body}\n`).join('')

/** Slides by their layout and classes; the text that just fits, by how much of it there is, and whether a bit more runs over. */
export interface FitCase {
  readonly name: string
  readonly layout: string
  readonly classes?: string
  readonly body: (count: number) => string
  /** The most that is no finding. */
  readonly most: number
  /** Whether one more is too much in a browser too; else the check is stricter by one or two. */
  readonly exact: boolean
}

const list: readonly (readonly [string, FitCase['body'], number, ('stricter' | undefined)?])[] = [
  ['points', points, 26],
  ['points', (n) => points(n, long), 10],
  ['points dense', points, 32],
  ['points', (n) => groups(1, points(n)), 12],
  ['points', (n) => groups(4, points(n)), 6],
  ['chart-and-points', (n) => charts(1) + points(n), 15, 'stricter'],
  ['chart-and-points large', (n) => charts(1) + points(n), 13],
  ['chart-and-points', (n) => charts(1) + groups(2, points(n)), 6],
  ['table-and-notes', (n) => table + points(n), 16, 'stricter'],
  ['cards', (n) => groups(3, points(n)), 13],
  ['cards', (n) => tiles(3) + groups(3, points(n)), 7],
  ['cards dense', (n) => groups(3, points(n)), 15],
  ['cards large', (n) => groups(3, points(n)), 6],
  ['cards pictures', (n) => groups(3, `![A plant](plant.svg)\n\n${points(n)}`), 10],
  ['cards pictures large', (n) => groups(3, `![A plant](plant.svg)\n\n${points(n)}`), 3],
  ['cards tall pictures large', (n) => groups(3, `![A plant](plant.svg)\n\n${points(n)}`), 3],
  ['grid', (n) => groups(6, points(n)), 6],
  ['grid four', (n) => groups(4, points(n)), 7],
  ['grid two', (n) => groups(4, points(n)), 6],
  ['grid large', (n) => groups(4, points(n)), 4],
  ['highlights', (n) => groups(4, `${long}. `.repeat(n)), 1],
  ['matrix', (n) => groups(4, points(n)), 6],
  ['one-chart', (n) => charts(1) + points(n), 6],
  ['one-chart', (n) => charts(1) + groups(3, points(n)), 3],
  ['one-chart tall', (n) => charts(1) + points(n), 2],
  ['two-charts', (n) => charts(2) + points(n), 8, 'stricter'],
  ['three-charts', (n) => charts(3) + points(n), 10],
  ['statement', (n) => `${long}.\n\n`.repeat(n), 14],
  ['tiles', (n) => tiles(4) + points(n), 7],
  ['tiles', (n) => tiles(6) + points(n), 3],
  ['kpis', (n) => tiles(4) + points(n), 4, 'stricter'],
  ['fact', (n) => tiles(1) + points(n), 12, 'stricter'],
  ['photo-half', (n) => `![A plant](plant.svg)\n\n${groups(1, points(n))}`, 12],
  ['agenda', points, 4, 'stricter'],
  ['section', points, 10, 'stricter'],
  ['section', (n) => tiles(3) + points(n), 4, 'stricter'],
  ['statement', (n) => `${point}.\n\n${groups(1, points(n))}`, 11, 'stricter'],
  ['statement dark', (n) => `Orders rose\n\n${groups(1, points(n))}`, 9, 'stricter'],
  ['points plates', (n) => groups(1, points(n)) + groups(1, points(6)), 12],
  ['highlights', points, 7, 'stricter'],
  ['grid rows', (n) => groups(n, point), 11, 'stricter'],
  ['fact', points, 5, 'stricter'],
  ['contact', (n) => groups(2, points(n)), 3, 'stricter'],
  ['lead', (n) => tiles(1) + points(n) + charts(1), 5, 'stricter'],
  ['lead', (n) => groups(3, points(n)), 5],
  ['lead figures', (n) => groups(4, points(n)), 3],
  ['lead under', (n) => charts(1) + groups(2, points(n)), 2, 'stricter'],
  ['connection', (n) => groups(3, '') + groups(3, points(n)), 2],
  ['diagram', (n) => groups(3, points(n)), 7],
  ['diagram', (n) => `One base for all\n\n${groups(3, points(n))}`, 5, 'stricter'],
  ['diagram dense', (n) => groups(4, points(n)), 8],
  ['diagram hub', (n) => groups(5, points(n)), 2],
  ['diagram hub', (n) => tiles(1) + groups(4, `**up**\n\n${points(n)}`), 3, 'stricter'],
  ['diagram cycle', (n) => groups(4, points(n)), 3],
  ['diagram layers', (n) => groups(4, `${long}. `.repeat(n)), 2],
  ['diagram layers', (n) => groups(5, `${long}. `.repeat(n)), 1],
  ['fact pictures', (n) => tiles(1) + groups(3, `![A plant](plant.svg)\n\n${points(n)}`), 2, 'stricter'],
  ['lead sentence', (n) => `Orders rose ${'more and more '.repeat(n)}\n\n${charts(1)}`, 5, 'stricter'],
  ['diagram tree', (n) => `## Top\n\n${groups(3, points(n))}`, 8, 'stricter'],
  ['diagram tree', (n) => `## Top\n\n${groups(3, `- Orders\n  - From hospitals\n`.repeat(n))}`, 5, 'stricter'],
  ['timeline', (n) => groups(5, `${long}. `.repeat(n)), 5],
  ['timeline', (n) => groups(8, 'Orders from hospitals. '.repeat(n)), 8],
  ['timeline', (n) => `- **Then** ${'Orders from hospitals. '.repeat(n)}\n`.repeat(5), 21],
]

export const fitCases: readonly FitCase[] = list.map(([kind, body, most, strict], index) => {
  const [layout = '', ...classes] = kind.split(' ')
  const name = `${kind.replaceAll(' ', '-')}-${'abcdefghij'[Math.floor(index / 10)]}${'abcdefghij'[index % 10]}`
  return { name, layout, classes: classes.join(' '), body, most, exact: strict === undefined }
})

const slide = ({ layout, classes, body }: FitCase, count: number, title: string): string =>
  `---\nlayout: ${layout}\ntitle: ${title}\n${classes ? `class: ${classes}\n` : ''}---\n${body(count)}\n`

/** A deck of two slides a case: "<name>-fits" with the most, "<name>-over" with one more; and a layout that is not measured. */
export const fitDeck: Readonly<Record<string, string>> = {
  'data/deck.yaml':
    'company: Example\ntitle: T\ndate: 2010-02-01\nreporting-period: FY08\ncalendar: {start-month: 4, year-named-by: start, style: kessan}\n',
  'data/sources.yaml': 'S01: {title: Report, date: 2010-01-30}\n',
  'data/metrics.yaml': 'metrics:\n  income: {label: Income, unit: JPY mn, kind: flow}\n',
  'data/figures/a.csv': 'metric,unit,FY07,FY08,source\nincome,JPY mn,40,50,S01\n',
  'public/plant.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect width="9" height="9"/></svg>',
  'templates/layouts/plain.hbs': '<h2>{{title}}</h2>{{text}}',
  'templates/layouts/plain.yaml': 'needs: {title: true}',
  'slides/001-plain.md': '---\nlayout: plain\ntitle: A layout without boxes\n---\n- Orders\n',
  ...Object.fromEntries(
    fitCases.flatMap((one, index) => [
      [`slides/${100 + index * 2}-${one.name}-fits.md`, slide(one, one.most, `What fits ${one.name}`)],
      [`slides/${101 + index * 2}-${one.name}-over.md`, slide(one, one.most + 1, `What runs over ${one.name}`)],
    ]),
  ),
}
