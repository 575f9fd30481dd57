import { type Mutation, slideFault } from '../mutation.ts'

/** Labels and headings of visuals that say something else of their figures, each with a twin that says what they are. */

interface Block {
  readonly kind: string
  readonly block: string
  readonly wrong: string
  readonly right: string
  readonly subtitle?: readonly [string, string]
}

const tile = (kind: string, rest: string, wrong: string, right: string): Block => ({
  kind,
  block: `\`\`\`tiles\n- {${rest}, label: 'LABEL'}\n\`\`\``,
  wrong,
  right,
})
const column = (kind: string, rest: string, wrong: string, right: string): Block => ({
  kind,
  block: `\`\`\`table\nrows: [revenue.total, income.operating]\ncolumns: [FY-1, {${rest}, label: 'LABEL'}]\n\`\`\``,
  wrong,
  right,
})
const title = (kind: string, series: string, wrong: string, right: string): Block => ({
  kind,
  block: `\`\`\`chart\ntype: column\ntitle: 'LABEL'\nseries: [${series}]\nperiods: [FY-1, FY]\n\`\`\``,
  wrong,
  right,
})
const row = (kind: string, metric: string, wrong: string, right: string): Block => ({
  kind,
  block: `\`\`\`table\nrows: [{metric: ${metric}, label: 'LABEL'}, personnel.cost]\ncolumns: [FY-1, FY]\n\`\`\``,
  wrong,
  right,
})

const otherName = 'another name in a label'
const blocks: readonly Block[] = [
  ...['Net income', 'Total costs', 'Gross margin', 'Operating income'].map((wrong) =>
    tile(otherName, 'metric: revenue.total, period: FY', wrong, 'Total revenues'),
  ),
  ...['Net income', 'Total revenues', 'Total costs'].map((wrong) =>
    title(otherName, 'income.operating', wrong, 'Operating income'),
  ),
  ...['Net income', 'Operating income', 'Gross margin', 'Total revenues'].map((wrong) =>
    row(otherName, 'cost.total', wrong, 'Total costs'),
  ),
  ...['Actual', 'Results', 'Reported', 'Achieved'].flatMap((wrong) => [
    column('a target labelled as fact', 'period: FY+1, scenario: target', wrong, 'Target'),
    tile('a target labelled as fact', 'metric: income.net, period: FY+1, scenario: target', `${wrong}`, 'Target'),
  ]),
  ...['Target', 'Forecast', 'Guidance', 'Budget', 'Plan'].map((wrong) =>
    column('a fact labelled as a target', 'period: FY', wrong, 'Actual'),
  ),
  ...['Quarterly revenues', 'Revenues by quarter', 'Monthly revenues', 'Half-yearly revenues'].map((wrong) =>
    title('another length of time in a title', 'revenue.total', wrong, 'Annual revenues'),
  ),
  ...['April 2005 to March 2007', 'January 2007 to December 2008', 'April 2006 – March 2008'].map((wrong) =>
    title('other dates in a title', 'revenue.total', `Revenues, ${wrong}`, 'Revenues, April 2007 to March 2009'),
  ),
  ...['Last year', 'Previous year', 'Prior year'].map((wrong) =>
    column('another year in a heading', 'period: FY', wrong, 'This year'),
  ),
  ...['JPY billion', 'USD million', 'in thousands of yen', 'EUR million'].map(
    (unit): Block => ({
      kind: 'another unit in a subtitle',
      block: '```table\nrows: [revenue.total, cost.total]\ncolumns: [FY-1, FY]\nunit: JPY mn\n```',
      wrong: '',
      right: '',
      subtitle: [`Results, ${unit}`, 'Results, JPY million'],
    }),
  ),
]

function slide({ block, subtitle, wrong, right }: Block, isWrong: boolean): string {
  const layout = block.includes('```chart')
    ? 'chart-and-points'
    : block.includes('```table')
      ? 'table-and-notes'
      : 'tiles'
  const under = subtitle ? `subtitle: '${subtitle[isWrong ? 0 : 1]}'\n` : ''
  return `---\nlayout: ${layout}\ntitle: One visual\n${under}---\n${block.replace('LABEL', isWrong ? wrong : right)}\n- In yen\n`
}

/** Every wrong label on a slide of its own, with the slide of its true twin. */
export const blockFaults = (): readonly Mutation[] =>
  blocks.map((block, index) =>
    slideFault({ kind: block.kind, index: 500 + index, text: slide(block, true), twin: slide(block, false) }),
  )
