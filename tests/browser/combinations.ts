import { seededRandom } from '../mutation/random.ts'

type Range = readonly [least: number, most: number]

interface Kind {
  readonly classes?: readonly string[]
  readonly groups?: Range
  readonly tiles?: Range
  readonly charts?: number
  readonly tables?: Range
  readonly picture?: true
}

/** The layouts with their classes as docs/authoring.md lists them, and how many parts they are tried with: more than they take, too. */
const kinds: Readonly<Record<string, Kind>> = {
  cards: { classes: ['pictures', 'lead-1', 'lead-2', 'large', 'tall', 'dense'], groups: [2, 4] },
  'chart-and-points': {
    classes: [
      'right',
      'narrow',
      'wide',
      'large',
      'tall',
      'wide aligned',
      'inset',
      'pictures',
      'pictures small',
      'figures',
    ],
    groups: [0, 6],
    charts: 1,
  },
  connection: { groups: [3, 7] },
  diagram: { classes: ['hub', 'cycle', 'layers', 'tree', 'tree large', 'layers pictures', 'dense'], groups: [2, 7] },
  fact: { classes: ['picture', 'pictures', 'dense'], groups: [0, 3], tiles: [0, 2] },
  grid: {
    classes: [
      'two',
      'four',
      'numbered',
      'pictures',
      'four pictures',
      'pictures large',
      'figures',
      'large figures',
      'blocks',
      'climb blocks',
    ].concat(['rows', 'rows blocks', 'chain', 'large', 'dense', 'chain pictures', 'four numbered']),
    groups: [2, 12],
  },
  highlights: { classes: ['figures', 'dense'], groups: [0, 8] },
  kpis: { classes: ['lead'], tiles: [2, 7] },
  lead: {
    classes: ['under', 'sentence', 'figures', 'pictures', 'large', 'quiet'],
    groups: [0, 8],
    tiles: [0, 1],
    charts: 1,
  },
  matrix: { classes: ['dense'], groups: [1, 6] },
  'one-chart': { classes: ['tall', 'full', 'low', 'figures', 'aligned'], groups: [0, 4], charts: 1 },
  'photo-half': { classes: ['left', 'dense'], groups: [0, 3], picture: true },
  points: { classes: ['plates', 'three', 'dense'], groups: [0, 8] },
  section: { tiles: [0, 4] },
  statement: { classes: ['large', 'dark', 'dense'], groups: [0, 1] },
  'table-and-notes': { classes: ['wide', 'large', 'dense'], groups: [0, 6], tables: [1, 2] },
  'three-charts': { classes: ['tall', 'whole', 'dense'], groups: [0, 4], charts: 3 },
  tiles: { groups: [0, 4], tiles: [1, 8] },
  timeline: { groups: [2, 10] },
  'two-charts': { classes: ['tall', 'full', 'whole', 'dense'], groups: [0, 4], charts: 2 },
}

const names = [
  'Turbines',
  'Service and spare parts',
  'Solar',
  'United Kingdom of Great Britain',
  'Storage',
  'Leasing',
  'Internationalisation',
]
const sentences = ['Orders from utilities grew', 'Demand held in all regions', 'Prices rose with inputs']
const long =
  'Orders from utilities and hospitals, and from those who build for them in all countries but the home market'
const titles = [
  'Revenue grew',
  'Revenue grew in all regions but one',
  'Revenue grew in all regions but one, and costs of the services that we buy fell for the third year',
]
const subtitles = ['Results of the group', `Results of the group, at constant currency: ${long.toLowerCase()}`]
const metrics = ['income', 'revenue', 'share', 'plants', 'loss']
const charts = [
  'type: column\nseries: [income]\nperiods: [FY-1, FY]',
  'type: bar\nitems: [income, revenue, costs]\nperiod: FY',
  'type: column\nseries: [revenue]\nperiods: [FY-3, FY-2, FY-1, FY]\nhighlight: FY',
]

/** A slide of a layout with a class, or two, and content of one sort: little of it or too much. */
function slideOf(layout: string, { groups, tiles, charts: plots = 0, tables, picture }: Kind, random: () => number) {
  const int = ([least, most]: Range): number => least + Math.floor(random() * (most - least + 1))
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[int([0, list.length - 1])] as T
  const chance = (share: number): boolean => random() < share
  const { classes = [] } = kinds[layout] ?? {}
  const own = chance(0.15) || classes.length === 0 ? '' : pick(classes)
  const all = [...new Set(`${own} ${chance(0.15) ? pick(['dark', ...classes]) : ''}`.split(' ').filter(Boolean))]
  const has = (name: string): boolean => all.includes(name)
  const figure = (): string => `{{figure "${pick(metrics)}" "FY"}}`
  const points = (count: number, text?: string): string => `- ${text ?? pick(sentences)}\n`.repeat(count)
  const count = pick([1, 1, 2, 3, 4, 6, 9])
  const [ofNames, heading] = [has('blocks') || has('climb'), int([0, 3])]
  const body = pick(
    ofNames
      ? [
          () =>
            names
              .slice(0, count)
              .map((name) => `- ${name}\n`)
              .join(''),
        ]
      : [
          () => '',
          () => `${pick(sentences)}\n`,
          () => points(count),
          () => points(count, long),
          () => `${long}\n\n${points(2)}`,
        ],
  )
  const shows = has('pictures') || chance(0.05)
  const group = (index: number): string => {
    const name = names[index % names.length]
    const led = has('chain') ? `*Run* ${name}` : ofNames && heading > 0 ? `**${figure()}** ${name}` : undefined
    const head = led ?? (heading === 1 || has('figures') ? `${figure()} ${name}` : name)
    return `## ${layout === 'timeline' ? 2000 + index : head}\n${shows ? '![A plant](plant.svg)\n\n' : ''}${body()}\n`
  }
  const many = groups ? int(groups) : 0
  const held = tiles ? int(tiles) : 0
  const text = [
    ...Array.from(
      { length: plots },
      (_, index) => `\`\`\`chart\ntitle: Chart ${'ABC'[index]}\n${pick(charts)}\n\`\`\`\n`,
    ),
    ...Array.from(
      { length: tables ? int(tables) : 0 },
      () => '```table\nrows: [income, revenue]\ncolumns: [FY-1, FY]\n```\n',
    ),
    ...(held > 0
      ? [
          `\`\`\`tiles\n${Array.from({ length: held }, () => `- {metric: ${pick(metrics)}, period: FY}\n`).join('')}\`\`\`\n`,
        ]
      : []),
    ...(picture || has('picture') ? ['![A plant](plant.svg)\n\n'] : []),
    ...((many === 0 && plots === 0) || chance(0.25)
      ? [pick([`${pick(sentences)}\n\n`, points(count), `${long}.\n\n${long}.\n\n`])]
      : []),
    ...Array.from({ length: many }, (_, index) => group(index)),
  ]
  const front = [
    `layout: ${layout}`,
    `title: ${pick(titles)}`,
    ...(all.length > 0 ? [`class: ${all.join(' ')}`] : []),
    ...(chance(0.4) ? [`subtitle: '${pick(subtitles)}'`] : []),
    ...(chance(0.2) ? ['takeaway: Growth pays for itself'] : []),
  ]
  return `---\n${front.join('\n')}\n---\n${text.join('')}`
}

const base: Readonly<Record<string, string>> = {
  'data/deck.yaml':
    'company: Windlass\ntitle: T\ndate: 2010-02-01\nreporting-period: FY08\ncalendar: {start-month: 4, year-named-by: start, style: kessan}\nunits: {plants: {singular: plant}}\n',
  'data/sources.yaml': 'S01: {title: Report, date: 2010-01-30}\n',
  'data/metrics.yaml': `metrics:\n${['income', 'revenue', 'costs', 'loss'].map((id) => `  ${id}: {label: ${id}, unit: JPY mn, kind: flow}\n`).join('')}  share: {label: Share, unit: "%", kind: ratio}\n  plants: {label: Plants, unit: plants, kind: stock}\n`,
  'data/figures/a.csv':
    'metric,unit,FY05,FY06,FY07,FY08,source\nincome,JPY mn,31,35,40,50,S01\nrevenue,JPY mn,10100,10500,11000,12345,S01\ncosts,JPY mn,9000,9500,9900,10100,S01\nloss,JPY mn,1,2,3,-1234,S01\nshare,%,10.1,11.2,12.0,13.5,S01\nplants,plants,40,44,48,52,S01\n',
  'public/plant.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900" viewBox="0 0 900 900"><rect width="900" height="900"/></svg>',
}

/** A deck with so many slides of each layout; the same for the same seed. */
export function combinedDeck(seed: number, each: number): Readonly<Record<string, string>> {
  const random = seededRandom(seed)
  const slides = Object.entries(kinds).flatMap(([layout, kind]) =>
    Array.from({ length: each }, (_, index) => [`${layout}-${index}`, slideOf(layout, kind, random)] as const),
  )
  return {
    ...base,
    ...Object.fromEntries(slides.map(([id, text], index) => [`slides/${1000 + index}-${id}.md`, text])),
  }
}
