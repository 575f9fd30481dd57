const labels = [
  'Impairment of property, plant and equipment and of intangible assets with indefinite lives',
  'Share of results of associates and joint ventures accounted for using the equity method',
  'Versicherungstechnische Rückstellungen',
  'Net cash used in investing activities from continuing operations',
  'Foreign exchange differences on translation of foreign operations, net of tax',
  'Krankenversicherungsbeiträge',
  'Gains and losses on the disposal of subsidiaries, associates and other long-term investments',
  'Selling, general and administrative expenses (excluding depreciation)',
  'Diluted earnings from continuing operations attributable to owners',
  'Remeasurement of defined benefit plans',
  'Provision for restructuring',
  'Depreciation, amortization and impairment of all assets of the continuing operations',
  'Cost of goods sold',
]
const ids = labels.map((_, index) => `line.${index}`)
const years = '[FY-1, FY]'
const all = `rows: [${ids.join(', ')}]`
const more = `rows: [${[...ids, ...ids.slice(0, 6)].join(', ')}]`

/** Tables that are too high, so that the check says how high; labels wrap in each. */
const tables: Readonly<Record<string, string>> = {
  labels: `${more}\ncolumns: ${years}\nchange: yoy\nunit: JPY mn`,
  titled: `title: A table with a title\n${all}\ncolumns: ${years}\nchange: [absolute, percent]\nunit: JPY mn`,
  units: `${more}\ncolumns: ${years}\nunits: labels`,
  spans: `${all}\ncolumns: [{head: All that was sold in the third quarter, columns: [3Q07, 3Q08]}, {head: Years, columns: ${years}}]\nunit: JPY mn`,
  groups: `rows:\n- {group: Items of operating profit, rows: [${ids.slice(0, 5)}]}\n- {group: Others, rows: [${ids.slice(5, 12)}]}\n- {metric: line.12, total: true}\ncolumns: [3Q07, 3Q08, FY-1, FY]\ndates: true\nunit: JPY mn`,
  words: `rows:\n${ids.map((id) => `- {metric: ${id}, text: {why: Some words about this line that need more than a line of their column}}\n`).join('')}columns: [FY, {text: why}]\nunit: JPY mn`,
}

export const tableNames = Object.keys(tables)

/** Slides "table-<name>" with these tables beside words, and what they hold. */
export function withTables(deck: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const metrics = labels.map((label, index) => `  ${ids[index]}: {label: "${label}", unit: JPY mn, kind: flow}\n`)
  const figures = ids.map(
    (id, index) => `${id},JPY mn,${201 + index},${222 + index},${812 + index},${890 + index},S01\n`,
  )
  return {
    ...deck,
    'data/metrics.yaml': `${deck['data/metrics.yaml']}${metrics.join('')}`,
    'data/figures/lines.csv': `metric,unit,3Q07,3Q08,FY07,FY08,source\n${figures.join('')}`,
    ...Object.fromEntries(
      Object.entries(tables).map(([name, table], index) => [
        `slides/${800 + index}-table-${name}.md`,
        `---\nlayout: table-and-notes\ntitle: Table ${name}\n---\n\`\`\`table\n${table}\n\`\`\`\n- Words\n`,
      ]),
    ),
  }
}
