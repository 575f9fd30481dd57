const slide = (front: string, body: string): string => `---\n${front}\ntitle: What stands where\n---\n${body}\n`
const groups = (names: readonly string[], body: string): string =>
  names.map((name) => `## ${name}\n${body}\n`).join('\n')
const names = ['Heat', 'Cooling', 'Services', 'Trading', 'Administration', 'Construction', 'Storage', 'Leasing']
const points = '- A thing\n- Another thing of some length'
const picture = (color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="${color}"/></svg>`

const trees = names.map((_, index): readonly [string, string] => [
  `tree-${index + 1}`,
  slide('layout: diagram\nclass: tree', `## Group\n\n${groups(names.slice(0, index + 1), points)}`),
])
const photos = ['white', 'black'].flatMap((color) =>
  ['', 'class: light', 'tone: dark', 'class: light\ntone: dark'].map((front): readonly [string, string] => [
    `photo-${color}${front.replaceAll(/\n?(?:class|tone): /g, '-')}`,
    slide(
      `layout: photo\nsubtitle: Where it was taken\ntakeaway: What it shows\n${front}`.trim(),
      `![A plant](${color}.svg)`,
    ),
  ]),
)

const steps = names.slice(0, 4).map((name, index) => `## ${name}\n${'- A name\n'.repeat(index + 1)}`)
const dark: readonly (readonly [string, string])[] = [
  ['dark-climb', slide('layout: grid\nclass: climb blocks\ntone: dark', steps.join('\n'))],
  ['dark-blocks', slide('layout: grid\nclass: blocks\ntone: dark', steps.toReversed().join('\n'))],
  ['few-blocks', slide('layout: grid\nclass: blocks', steps.slice(0, 3).toReversed().join('\n'))],
  ['five-blocks', slide('layout: grid\nclass: blocks', `## Five\n${'- A name\n'.repeat(5)}\n## One\n- Alone\n`)],
  ['dark-layers', slide('layout: diagram\nclass: layers\ntone: dark', groups(names.slice(0, 4), 'A line'))],
]

const tile = '```tiles\n- {metric: loss, period: FY}\n```\n'
const chart = '```chart\ntype: column\nseries: [loss]\nperiods: [FY-1, FY]\n```\n'
const others = (count: number): string =>
  `\`\`\`tiles\n- {metric: loss, period: FY}\n${'- {metric: income, period: FY}\n'.repeat(count)}\`\`\`\n`

/** A loss, and a fall, in each layout that takes tiles. */
const losses: readonly (readonly [string, string])[] = [
  ['tiles', 'layout: tiles', others(2)],
  ['kpis', 'layout: kpis', others(2)],
  ['kpis-lead', 'layout: kpis\nclass: lead', others(2)],
  ['fact', 'layout: fact', tile],
  ['cards', 'layout: cards', others(2) + groups(names.slice(0, 3), 'A line')],
  ['cards-lead', 'layout: cards\nclass: lead-1', others(2) + groups(names.slice(0, 3), 'A line')],
  [
    'hub',
    'layout: diagram\nclass: hub',
    `\`\`\`tiles\n- {metric: loss, period: FY, unit: false}\n\`\`\`\n${groups(names.slice(0, 4), 'A line')}`,
  ],
  ['lead', 'layout: lead', tile + chart],
  ['section', 'layout: section\nsection: one', others(2)],
  ['points', 'layout: chart-and-points', tile + chart],
].map(([id = '', front = '', body = '']) => [`loss-${id}`, slide(front, body)])

const named = (count: number, name: string): string =>
  `\`\`\`tiles\n${Array.from({ length: count }, (_, index) => `- {metric: income, period: FY${index === 1 ? `, label: "${name}"` : ''}${index < 2 ? ', change: yoy' : ''}}\n`).join('')}\`\`\`\n`
const longName = 'Income of services and of maintenance of plants in all countries but the home market'
const level: readonly (readonly [string, string])[] = [
  ...[2, 3, 4, 5, 6].map((count): readonly [string, string] => [
    `level-kpis-${count}`,
    slide('layout: kpis', named(count, longName)),
  ]),
  ['level-cards-3', slide('layout: cards', named(3, longName) + groups(names.slice(0, 3), 'A line'))],
  ['level-tiles-3', slide('layout: tiles', named(3, longName))],
]

const lists = '- A thing\n- Another thing'
const parts: readonly (readonly [string, string])[] = [
  [
    'marks',
    slide(
      'layout: diagram\nclass: hub open-3',
      `${tile.replace('FY}', 'FY, unit: false}')}${groups(names.slice(0, 4), lists)}`,
    ),
  ],
  ['quiet', slide('layout: grid\nclass: rows blocks', `## One\n${lists}\n\n## Two\nA line\n\n## Three\n${lists}`)],
  ...[4, 5].map((count): readonly [string, string] => [
    `pictures-${count}`,
    slide('layout: grid\nclass: four pictures', groups(names.slice(0, count), '![A plant](white.svg)\n\nA line')),
  ]),
]

/** Slides of the layouts whose parts are to stand as their rules say, by id. */
const slides: readonly (readonly [string, string])[] = [...trees, ...photos, ...dark, ...losses, ...level, ...parts]

export const layoutDeck: Readonly<Record<string, string>> = {
  'data/deck.yaml':
    'company: Example\ntitle: T\ndate: 2010-02-01\nreporting-period: FY08\ncalendar: {start-month: 4, year-named-by: start, style: kessan}\nbrand: {colors: {brand: "#d7263d"}}\n',
  'data/sources.yaml': 'S01: {title: Report, date: 2010-01-30}\n',
  'data/metrics.yaml':
    'metrics:\n  income: {label: Income, unit: JPY mn, kind: flow, polarity: more}\n  loss: {label: Free cash flow, unit: JPY mn, kind: flow, polarity: more}\n',
  'data/figures/a.csv': 'metric,unit,FY07,FY08,source\nincome,JPY mn,40,50,S01\nloss,JPY mn,-20,-30,S01\n',
  'public/white.svg': picture('#ffffff'),
  'public/black.svg': picture('#000000'),
  ...Object.fromEntries(slides.map(([id, text], index) => [`slides/${100 + index}-${id}.md`, text])),
}
