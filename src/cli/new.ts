import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Command, UsageError } from './command.ts'

/** The files of a new deck, by path: one cover, one chart, one table, one contact slide, and the data they show. */
export const newDeck: Readonly<Record<string, string>> = {
  'data/deck.yaml': `format: 2
company: Example Corporation
short-name: Example
title: Results for the fiscal year
date: 2025-05-14
# id: fy24   # its name in the address, see node_modules/quarterdeck/docs/hosting.md
speaker: A. Person, CFO
language: en
reporting-period: FY24
calendar:
  start-month: 4
  year-named-by: start
  style: us
  sub-periods: quarters
numbers:
  negative: minus
  currency: symbol
# Your colours, logo and font (docs/authoring.md): take the signs away from what you fill in; pictures stand in public/.
# brand:
#   colors: {brand: "#0a5aa0", accent: "#bf5412", deep: "#0b1f33"}
#   logo: {light: logo.svg, dark: logo-white.svg}
#   cover: cover.jpg
#   office-font: Arial
# theme: ../our-theme   # a folder or a package of layouts and style sheets that several decks share
fields:
  ir-office: Investor Relations
  ir-mail: ir@example.com
`,
  'data/metrics.yaml': `metrics:
  revenue.total:
    label: Total revenue
    short: Revenue
    unit: USD mn
    kind: flow
    polarity: more
    sum: [revenue.services, revenue.products]
    color: 1
  revenue.services: {label: Services, unit: USD mn, kind: flow, polarity: more, color: 1}
  revenue.products: {label: Products, unit: USD mn, kind: flow, polarity: more, color: 2}
  income.operating: {label: Operating income, unit: USD mn, kind: flow, polarity: more, color: 3}
  margin.operating: {label: Operating margin, unit: "%", kind: ratio, polarity: more, ratio: [income.operating, revenue.total]}
`,
  'data/figures/results.csv': `metric,unit,Q1 FY24,Q2 FY24,Q3 FY24,Q4 FY24,FY23,FY24,source,at
revenue.services,USD mn,61.2,63.0,66.4,70.1,228.5,260.7,S01,Revenue by kind
revenue.products,USD mn,22.8,21.9,24.6,25.5,97.0,94.8,S01,Revenue by kind
income.operating,USD mn,9.1,8.7,11.3,12.6,35.2,41.7,S01,Statements of income
`,
  'data/sources.yaml': `S01: {title: Financial results for FY24, short: FY24 results, date: 2025-05-14}
`,
  'slides/010-cover.md': `---
layout: cover
title: Results for the fiscal year
---

Note: Welcome.
`,
  'slides/020-revenue.md': `---
layout: chart-and-points
title: Revenue grew {{growth "revenue.total" "FY"}} in {{period "FY"}}
subtitle: Revenue by kind and quarter
---
\`\`\`chart
type: stacked-column
series: [revenue.services, revenue.products]
periods: last 4 quarters
totals: true
\`\`\`
- **Services reached {{figure "revenue.services" "FY"}}**, {{change "revenue.services" "FY"}}
- Operating margin of {{figure "margin.operating" "FY" decimals=1}}

Note: Services are {{share "revenue.services" "FY" of="revenue.total"}} of revenue.
`,
  'slides/030-results.md': `---
layout: table-and-notes
title: Operating income was {{figure "income.operating" "FY"}}
subtitle: Consolidated results
---
\`\`\`table
rows: [revenue.services, revenue.products, {metric: revenue.total, total: true}, income.operating]
columns: [FY, FY-1]
change: yoy
\`\`\`
`,
  'slides/040-contact.md': `---
layout: contact
title: Contact
---
{{field "ir-office"}}

{{field "ir-mail"}}
`,
  '.gitignore': `node_modules/
dist/
dist-*/
# What was published, or is kept until it is: this history would keep it for ever.
/site/
/private/
/approved/
passphrase*.txt
*.pem
`,
}

const commandNames = [
  ...['start', 'build', 'check', 'inspect', 'where', 'preview', 'upgrade'],
  ...['roll', 'import', 'compare'],
  ...['handouts', 'databook', 'pptx', 'offline', 'pdf', 'pictures', 'venue'],
  ...['site', 'release', 'verify', 'keys'],
]

/** What makes a project of a deck: the engine stands beside it as a file, never as a name that somebody else may own. */
function projectFiles(name: string, archive: string): Readonly<Record<string, string>> {
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  return {
    'package.json': json({
      name,
      private: true,
      type: 'module',
      scripts: Object.fromEntries(commandNames.map((command) => [command, `quarterdeck ${command}`])),
      dependencies: { quarterdeck: `file:${archive}` },
    }),
    'vite.config.ts': `import { quarterdeck } from 'quarterdeck/vite'

export default { plugins: [quarterdeck()] }
`,
    '.vscode/settings.json': json({
      'yaml.schemas': Object.fromEntries(
        ['deck', 'metrics', 'sources', 'waivers', 'approvals', 'net'].map((file) => [
          `./node_modules/quarterdeck/schemas/${file}.schema.json`,
          `data/${file}.yaml`,
        ]),
      ),
    }),
    'README.md': `# ${name}
An investor deck. Figures stand in data/, slides in slides/; change a figure once, and every sentence, table and chart follows.
\`\`\`sh
npm install
npm start          # serve the deck and follow every save
npm run check      # every finding, with file and line
npm run build      # dist/: the public edition
\`\`\`
${archive} is the engine: keep it beside the deck. Its pages are in node_modules/quarterdeck/docs/.
`,
  }
}

/** A folder's name as npm takes it: "Präsentation 2027" → "prasentation-2027". */
const packageName = (folder: string): string =>
  basename(folder)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'deck'

/** What serves the new deck: npm's script in a clone of the engine, the command where the engine is installed. */
const quoted = (folder: string): string =>
  /^[\p{L}\p{N}\p{M}./\\:_-]+$/u.test(folder) ? folder : JSON.stringify(folder)

const enterLine = (folder: string): string => `cd ${quoted(folder)}`

function startLine(folder: string, isClone: boolean): string {
  const root = quoted(folder)
  return isClone ? `npm start -- --root ${root}` : `npx quarterdeck start --root ${root}`
}

/** Makes a small deck that builds. */
export const create: Command = {
  summary: 'make a small deck that builds, to start from',
  example: 'new my-deck',
  takes: ['DIR'],
  options: {},
  async run({ positionals: [folder] }, { engine, cwd, print, printError, packEngine, progress }) {
    if (folder === undefined) throw new UsageError('missing folder: say where, as in "quarterdeck new my-deck"')
    const root = resolve(cwd, folder)
    if (existsSync(root) && readdirSync(root).length > 0) {
      printError(`unsupported folder "${folder}": it is not empty, and nothing in it was touched`)
      return 1
    }
    mkdirSync(root, { recursive: true })
    progress?.('packing the engine')
    const archive = packEngine?.(root)
    progress?.('')
    const files = { ...newDeck, ...(archive === undefined ? {} : projectFiles(packageName(root), archive)) }
    for (const [path, content] of Object.entries(files)) {
      const file = join(root, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
    const next =
      archive === undefined ? startLine(folder, cwd === engine) : `${enterLine(folder)} && npm install && npm start`
    print(`made ${Object.keys(files).length} files in ${relative(cwd, root) || '.'}\nnow: ${next}`)
    return 0
  },
}
