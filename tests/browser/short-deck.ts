import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { engine } from './command-line.ts'

/** One slide for each thing that a page does: a fifth of the reference deck, which opens in a fifth of the time. */
const shown = [
  'cover',
  'highlights',
  'company-profile',
  'recurring-model',
  'result-drivers',
  'results',
  'consolidated-results',
  'operating-income-by-line',
  'operating-income-bridge',
  'revenues',
  'revenues-by-quarter',
  'revenues-by-service',
  'si-revenues',
  'income',
  'income-without-new',
  'fourth-quarter',
  'income-statement',
  'quarter-statement',
  'figures-in-a-list',
  'net-income-table',
  'cash-flows',
  'forecast',
  'forecast-table',
  'targets-and-actuals',
  'other-data',
  'forward-looking',
  'contact',
]

/** Wide tables, and a list whose points have figures: what the reference deck shows as charts. */
const own: Readonly<Record<string, string>> = {
  'income-statement': `---
layout: table-and-notes
when: year-end
title: 'Operating income fell {{growth "income.operating" "FY"}}'
section: results
class: large
---
\`\`\`table
rows: [revenue.total, cost.total, gross.total, sga, {metric: income.operating, total: true}, income.pretax, income.net]
columns: [FY, FY-1]
change: yoy
share-of: revenue.total
unit: JPY bn
decimals: 1
\`\`\`
`,
  'quarter-statement': `---
layout: table-and-notes
when: year-end
title: 'Operating income of {{period "Q"}} fell {{growth "income.operating" "Q"}}'
section: results
class: large
---
\`\`\`table
rows: [revenue.total, cost.total, gross.total, sga, {metric: income.operating, total: true}]
columns: [Q, Q-4]
change: yoy
share-of: revenue.total
unit: JPY bn
decimals: 1
\`\`\`
`,
  'figures-in-a-list': `---
layout: points
when: year-end
title: Revenues of both kinds
section: results
---
- Recurring revenues were {{figure "revenue.recurring" "FY"}}
- One-time revenue was {{figure "revenue.one-time" "FY"}}
- Total revenues were {{figure "revenue.total" "FY"}}
`,
}

/** Copies the reference deck into a folder, with the slides of the short one that it has not: for a long run. */
export function wholeDeck(folder: string): string {
  for (const part of ['data', 'public', 'slides', 'package.json'])
    cpSync(join(engine, part), join(folder, part), { recursive: true })
  rmSync(join(folder, 'data', 'net.yaml'), { force: true }) // the floor is of the deck without them
  for (const [index, [slide, text]] of Object.entries(own).entries())
    writeFileSync(join(folder, 'slides', `${411 + index}-${slide}.md`), text)
  return folder
}

/** Copies the reference deck into a folder with these slides only; what names other slides (errata, waivers, the floor of the net) stays out, and so do the templates, which are the engine's. */
export function shortDeck(folder: string): string {
  for (const part of ['data', 'public', 'package.json'])
    cpSync(join(engine, part), join(folder, part), { recursive: true })
  for (const file of ['errata.csv', 'net.yaml', 'waivers.yaml', 'published.csv'])
    rmSync(join(folder, 'data', file), { force: true })
  mkdirSync(join(folder, 'slides'))
  const files = readdirSync(join(engine, 'slides'))
  const textOf = (slide: string): string => {
    const file = files.find((name) => name.replace(/^\d+-|\.md$/g, '') === slide)
    if (file === undefined) throw new Error(`the reference deck has no slide "${slide}"`)
    return readFileSync(join(engine, 'slides', file), 'utf8').replace('section: appendix', 'section: results') // it has none
  }
  for (const [index, slide] of shown.entries()) {
    const place = String(index + 1).padStart(3, '0') // in the order of the list
    writeFileSync(join(folder, 'slides', `${place}-${slide}.md`), own[slide] ?? textOf(slide))
  }
  return folder
}
