import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { engine } from '../boundaries/imports.ts'

const examples = [
  ...readFileSync(join(engine, 'docs/examples.md'), 'utf8').matchAll(/^````md\n---\n([\s\S]*?)^````$/gm),
]
  .map(([, text = '']) => text)
  .filter((text) => !/^layout: photo/m.test(text)) // a picture is the ground there

const rows = `layout: lead
title: Rows
---
One line

## First
Words beside it

## {{figure "revenue.recurring" "FY" as="JPY bn"}}
- A point
- Another
`
const table = `layout: lead
title: A table
---
\`\`\`table
rows: [{metric: revenue.recurring, highlight: true}, revenue.one-time]
columns: [FY, FY-1]
change: percent
\`\`\`
`
const tree = `layout: diagram
class: tree large
title: A tree
---
## Top
All of it

## One
- Name

## Two
- Name
`
const diagram = (kind: string): string => `layout: diagram
class: ${kind}
title: A ${kind}
---
${['First', 'Second', 'Third', 'Fourth'].map((name) => `## ${name}\nWords about it\n`).join('\n')}`
const grid = (kind: string): string => `layout: grid
class: ${kind}
title: Cards in ${kind}
---
${['First', 'Second', 'Third'].map((name) => `## ${name}\n- One name\n- Another\n`).join('\n')}`
const status = `layout: cards
title: A status
---
## **Done**
All of it

## *Late*
Some of it
`
const leads = `layout: highlights
class: figures
title: One that leads
---
## **Revenue rose**
{{figure "revenue.recurring" "FY"}} and more

## So did others
{{figure "revenue.one-time" "FY"}} and less
`
const more = [
  ...['hub', 'cycle', 'layers'].map(diagram),
  ...['rows numbered', 'blocks', 'large'].map(grid),
  status,
  leads,
]
/** The text of a slide of each layout and class that sets colours, all on the dark ground. */
export const darkSlides = [...examples, ...more, rows, table, tree].map((text) =>
  /^tone:/m.test(text) ? text : text.replace('title:', 'tone: dark\ntitle:'),
)

/** Pictures that docs/examples.md names; its gallery draws them. */
export const picturesInExamples = ['data-center.svg', 'line.svg', 'server.svg', 'shield.svg', 'network.svg']
