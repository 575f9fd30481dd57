import { expect, test } from 'vitest'
import { invalidEncoding } from '../../src/compiler/diagnostics/files.ts'
import { compile } from '../compile.ts'
import { changed, textOf } from './_broken.ts'

const slide = (body: string, front = 'layout: points\ntitle: Two'): string => `---\n${front}\n---\n${body}\n`
const [one, two] = ['slides/010-one.md', 'slides/020-two.md']
const [metrics, figures, sources] = ['data/metrics.yaml', 'data/figures/figures.csv', 'data/sources.yaml']
const [points, contract] = ['templates/layouts/points.hbs', 'templates/layouts/points.yaml']
const unitless = textOf(metrics).replace('Sales, unit: EUR mn', 'Sales, unit: EUX mn')
const shownSales = slide(
  '- {{figure "sales" "Q"}}, {{change "sales" "Q"}}\n\n```chart\ntype: column\nseries: [sales]\nperiods: [Q]\n```',
)
const needs = (what: string): string => `needs: {title: true, ${what}}\n`
const block = (kind: string, yaml: string): string => `\`\`\`${kind}\n${yaml}\n\`\`\``

/** Files in place of those of the sound deck, files that cannot be read, and all that is to be said of them. */
type Case = readonly [
  name: string,
  files: Readonly<Record<string, string | undefined>>,
  found: readonly string[],
  unread?: readonly string[],
]

const cases: readonly Case[] = [
  // all documents
  [
    'without a list of documents, no document is unknown',
    { [sources]: undefined, [two]: shownSales },
    ['missing-file data/sources.yaml'],
  ],
  // a metric
  [
    'a metric of an unknown unit is unknown nowhere',
    {
      [metrics]: `${unitless.replace('A, unit: EUR mn', 'A, unit: EUR mn, sum: [sales]')}ties: [{total: sales.a, parts: [sales, staff]}]\n`,
      [two]: shownSales,
    },
    ['unknown-unit data/metrics.yaml'],
  ],
  [
    'beside it, what is really unknown is said',
    {
      [metrics]: `${unitless}ties: [{identity: sales = sale}]\n`,
      [two]: slide('{{figure "sals" "Q"}} {{figure "staff" "Q"}}'),
    },
    ['unknown-unit data/metrics.yaml', 'unknown-tie-metric data/metrics.yaml', `unknown-metric ${two}`],
  ],
  [
    'a definition that cannot be used hides the figures that it would compute',
    {
      [metrics]: `${textOf(metrics)}  net: {label: Net, unit: EUR mn, kind: flow, difference: [sales, staff]}\n`,
      [two]: slide('{{figure "net" "Q"}}'),
    },
    ['invalid-definition data/metrics.yaml'],
  ],
  [
    'a circle is one finding',
    {
      [metrics]: `${textOf(metrics)}  a: {label: A, unit: EUR mn, kind: flow, sum: [b]}\n  b: {label: B, unit: EUR mn, kind: flow, sum: [a]}\n  c: {label: C, unit: EUR mn, kind: flow, sum: [a]}\n`,
      [two]: slide('{{figure "c" "Q"}}'),
    },
    ['circular-metric data/metrics.yaml'],
  ],
  [
    'metrics that are no YAML say nothing of slides and ties',
    { [metrics]: 'metrics: {sales: {\nties: [{total: sales, parts: [x, y]}]\n', [two]: shownSales },
    ['invalid-yaml data/metrics.yaml'],
  ],
  // a scenario
  [
    'a scenario with a mistake is unknown nowhere, and its figures are not missing',
    {
      [metrics]: `scenarios:\n  plan: {label: Plan, kind: goal}\n${textOf(metrics)}`,
      'data/figures/plan.csv': 'metric,unit,scenario,Q1 2024,source\nsales,EUR mn,plan,110,R1\n',
      [two]: slide('{{figure "sales" "Q" scenario="plan"}}'),
    },
    ['invalid-value data/metrics.yaml'],
  ],
  // figures
  [
    'a number that cannot be read hides its figure and what is computed from it',
    { [figures]: textOf(figures).replace('90,100', '90,1OO'), [two]: shownSales },
    ['invalid-number data/figures/figures.csv'],
  ],
  [
    'a chart’s total does not fail because of a part that cannot be read',
    {
      [figures]: textOf(figures).replace('40,40', '40,x'),
      [two]: slide(
        block('chart', 'type: stacked-column\nseries: [sales.a, sales.b]\nperiods: [Q-4, Q]\ntotals: sales'),
      ),
    },
    ['invalid-number data/figures/figures.csv'],
  ],
  [
    'a quote too many is one finding, whatever it swallows',
    { [figures]: textOf(figures).replace('sales.a,EUR mn,50', 'sales.a,EUR mn,"50'), [two]: shownSales },
    ['invalid-csv data/figures/figures.csv'],
  ],
  // sources
  [
    'a document with a mistake is unknown in no row and on no slide',
    { [sources]: 'R1: {titel: Report}\n', [two]: slide('x', 'layout: points\ntitle: Two\nsource: R1') },
    ['unknown-key data/sources.yaml'],
  ],
  [
    'sources that are no YAML leave every document unknown, and say so once',
    { [sources]: 'R1: {title\n', [two]: shownSales },
    ['invalid-yaml data/sources.yaml'],
  ],
  [
    'another document is unknown all the same',
    { [sources]: 'R1: {titel: Report}\n', [figures]: textOf(figures).replace('11,R1', '11,R9') },
    ['unknown-document data/figures/figures.csv', 'unknown-key data/sources.yaml'],
  ],
  // tables
  [
    'a table with a mistake is unknown nowhere, and so are its columns',
    {
      'data/tables/sites.csv': 'name,\nBerlin,3\n',
      [two]: slide(
        `{{#each (table "sites") as |row|}}{{row.nmae}}{{/each}}\n\n${block('table', 'table: sites\ncolumns: [town]')}`,
      ),
    },
    ['unexpected-cell data/tables/sites.csv'],
  ],
  [
    'an empty table has no columns that could be unknown',
    { 'data/tables/sites.csv': '', [two]: slide(block('table', 'table: sites\ncolumns: [town]')) },
    ['missing-column data/tables/sites.csv'],
  ],
  // slides
  [
    'a slide that cannot be taken apart can be linked to',
    { [one]: 'no front matter\n', [two]: slide('[one](#/one) [three](#/three)') },
    [`missing-front-matter ${one}`, `unknown-slide ${two}`],
  ],
  [
    'a slide of a bad name can be linked to',
    { 'slides/One.md': textOf(one), [two]: slide('[there](#/there)') },
    ['invalid-slide-name slides/One.md'],
  ],
  [
    'a section slide that cannot be taken apart opens its section',
    {
      [one]: slide('<!-- open', 'layout: section\ntitle: Part\nsection: part'),
      [two]: slide('x', 'layout: points\ntitle: Two\nsection: part'),
      'slides/030-three.md': slide('x', 'layout: points\ntitle: Three\nsection: prt'),
    },
    [`missing-comment-end ${one}`, 'unknown-section slides/030-three.md'],
  ],
  [
    'a slide whose front matter nobody can read may open any section',
    { [one]: '---\nlayout: {\n---\n', [two]: slide('x', 'layout: points\ntitle: Two\nsection: part') },
    [`invalid-yaml ${one}`],
  ],
  // layouts
  [
    'a contract with a mistake makes no field unknown, neither on slides nor in the template',
    {
      [contract]: 'needs: {title: yes please, fields: {place: required}}\n',
      [points]:
        '<h2>{{title}}</h2>{{slide.fields.place}}{{#if slide.fields.date}}{{slide.fields.date}}{{/if}}{{body}}\n',
      [two]: slide('x', 'layout: points\ntitle: Two\nfields: {place: Here}'),
    },
    ['invalid-value templates/layouts/points.yaml'],
  ],
  [
    'a missing contract neither',
    {
      'templates/layouts/wide.hbs': '<h2>{{title}}</h2>{{slide.fields.place}}{{body}}\n',
      [two]: slide('x', 'layout: wide\ntitle: Two\nfields: {place: Here}'),
    },
    ['missing-layout-contract templates/layouts/wide.hbs'],
  ],
  [
    'a layout without its template is unknown on no slide',
    { [points]: undefined },
    ['missing-layout-template templates/layouts/points.yaml'],
  ],
  [
    'a slide of an unknown layout may have been meant to open a section',
    {
      [one]: slide('x', 'layout: sections\ntitle: Part\nsection: part'),
      [two]: slide('x', 'layout: points\ntitle: Two\nsection: part'),
      'slides/030-three.md': slide('x', 'layout: points\ntitle: Three\nsection: prt'),
    },
    [`unknown-layout ${one}`, 'unknown-section slides/030-three.md'],
  ],
  // keys, fences and charts
  [
    'a key that is written wrongly is not missing as well, one that is not there is',
    { [sources]: 'R1: {titel: Report}\nR2: {titel: Report, title: Report}\nR3: {short: Report}\n' },
    ['unknown-key data/sources.yaml', 'unknown-key data/sources.yaml', 'missing-key data/sources.yaml'],
  ],
  [
    'YAML is reported where the reader lost its way, and keys that stand there twice before that',
    { [sources]: 'R1: {title: Report}\nR1: {title: Report}\nR2: {title\nR3: {title: Report}\nR4: - x\n' },
    ['invalid-yaml data/sources.yaml', 'invalid-yaml data/sources.yaml'],
  ],
  [
    'a block that is not closed swallows the next one, and only that is said',
    {
      [contract]: needs('tables: 2'),
      [one]: slide(`\`\`\`table\ntable: sites\n\`\`\`x\n\n${block('table', 'table: sites')}\n\n\`\`\`tabel`),
    },
    [`missing-block-end ${one}`],
  ],
  [
    'a chart with an unknown metric is not added up',
    {
      [two]: slide(
        block('chart', 'type: stacked-column\nseries: [sales.a, sales.c]\nperiods: [Q-4, Q]\ntotals: sales'),
      ),
    },
    [`unknown-metric ${two}`],
  ],
  [
    'a chart whose metrics are known is',
    { [two]: slide(block('chart', 'type: stacked-column\nseries: [sales.a]\nperiods: [Q]\ntotals: sales')) },
    [`invalid-chart-total ${two}`],
  ],
  // what a layout needs
  ...(['chart', 'table', 'tiles'] as const).flatMap((kind): readonly Case[] => {
    const parts = kind === 'tiles' ? needs('tiles: true') : needs(`${kind}s: 1`)
    return [
      [
        `a mistake in a ${kind} block is not its absence`,
        { [contract]: parts, [one]: slide(block(kind, 'typ: [')) },
        [`invalid-yaml ${one}`],
      ],
      [
        `an empty ${kind} block neither`,
        { [contract]: parts, [one]: slide(block(kind, '')) },
        [`missing-block-content ${one}`],
      ],
    ]
  }),
  [
    'a chart of an unknown metric is there',
    { [contract]: needs('visuals: 1'), [one]: slide(block('chart', 'type: column\nseries: [sals]\nperiods: [Q]')) },
    [`unknown-metric ${one}`],
  ],
  [
    'a chart that is not there is missing',
    { [contract]: needs('charts: 1'), [one]: slide('Text.') },
    [`missing-part ${one}`],
  ],
  [
    'a text that a placeholder hides is not missing, nor are its groups',
    {
      [contract]: needs('text: true, groups: [1, 2]'),
      [one]: slide('## {{figure "sals" "Q"}}\n\n{{figure "sals" "Q"}}'),
    },
    [`unknown-metric ${one}`, `unknown-metric ${one}`],
  ],
  [
    'a text that cannot be read at all neither',
    { [contract]: needs('text: true, groups: [1, 2]'), [one]: slide('## Group\n\n{{figure "sales" "Q"') },
    [`invalid-placeholder ${one}`],
  ],
  // files that cannot be read
  [
    'settings that cannot be read are not missing',
    { 'data/deck.yaml': undefined },
    ['invalid-encoding data/deck.yaml'],
    ['data/deck.yaml'],
  ],
  ['metrics that cannot be read are not missing', { [metrics]: undefined }, [`invalid-encoding ${metrics}`], [metrics]],
  [
    'sources that cannot be read make no document unknown',
    { [sources]: undefined, [two]: shownSales },
    [`invalid-encoding ${sources}`],
    [sources],
  ],
  [
    'figures that cannot be read are not missing',
    { [figures]: undefined, [two]: shownSales },
    [`invalid-encoding ${figures}`],
    [figures],
  ],
  [
    'a table that cannot be read is not unknown',
    { 'data/tables/sites.csv': undefined, [two]: slide(block('table', 'table: sites')) },
    ['invalid-encoding data/tables/sites.csv'],
    ['data/tables/sites.csv'],
  ],
  [
    'a workbook that cannot be read may have held any table',
    { [two]: slide(block('table', 'table: towns')) },
    ['invalid-encoding data/tables/more.xlsx'],
    ['data/tables/more.xlsx'],
  ],
  [
    'a slide that cannot be read can be linked to, and its section is open',
    { [one]: undefined, [two]: slide('[one](#/one)', 'layout: points\ntitle: Two\nsection: part') },
    [`invalid-encoding ${one}`],
    [one],
  ],
  ['the only slide, when it cannot be read, is not missing', { [one]: undefined }, [`invalid-encoding ${one}`], [one]],
  ['a template that cannot be read is not missing', { [points]: undefined }, [`invalid-encoding ${points}`], [points]],
  ['a contract that cannot be read neither', { [contract]: undefined }, [`invalid-encoding ${contract}`], [contract]],
  [
    'a partial that cannot be read is not unknown',
    { [points]: '<h2>{{title}}</h2>{{> foot}}{{body}}\n' },
    ['invalid-encoding templates/partials/foot.hbs'],
    ['templates/partials/foot.hbs'],
  ],
]

const named = cases.map(([name, texts, expected, unreadPaths = []]) => ({ name, texts, expected, unreadPaths }))

test.each(named)('$name', ({ texts, expected, unreadPaths }) => {
  const unread = unreadPaths.map((path) => invalidEncoding(path, { line: 1, column: 1 }))
  for (const edition of ['presenter', 'public'] as const) {
    const { deck, diagnostics } = compile(changed(texts), { edition, unread })
    expect(diagnostics.map(({ code, place }) => `${code} ${place.path}`).sort()).toEqual([...expected].sort())
    expect(deck).toBeUndefined()
    expect(diagnostics.filter((finding) => 'breaks' in finding || 'misses' in finding)).toEqual([])
  }
})
