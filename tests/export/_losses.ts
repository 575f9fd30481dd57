/** Layouts that set a figure large, each with a loss of the deck of tests/golden/authoring. */

const loss = '{{figure "cash.operating" "FY04"}}'
const lossTile = '```tiles\n- {metric: cash.operating, period: FY04}\n```\n'
const chart = '```chart\ntype: column\nseries: [revenue.total]\nperiods: [FY]\n```\n'
const headed = `## ${loss}\nfrom operations\n\n## {{figure "revenue.total" "FY"}}\nof revenues\n`
const boxes = ['One', 'Two', 'Three', 'Four'].map((name) => `## ${name}\nWords\n`).join('\n')
const large = {
  highlights: ['highlights', 'class: figures', `## Cash\n${loss} from operations\n\n## Sales\nUp\n`],
  tiles: ['tiles', '', `${lossTile}Words\n`],
  points: ['points', '', `${lossTile}- A point\n`],
  kpis: ['kpis', '', `${lossTile.replace('\n```\n', '\n- {metric: revenue.total, period: FY}\n```\n')}`],
  fact: ['fact', '', `${lossTile}Words\n`],
  hub: ['diagram', 'class: hub', `${lossTile}\n${boxes}`],
  tree: ['diagram', 'class: tree', `## Root\n\n## **${loss}** A\n- B\n\n## C\n- D\n`],
  grid: ['grid', 'class: large figures', headed],
  'one-chart': ['one-chart', 'class: figures', chart + headed],
  'chart-and-points': ['chart-and-points', 'class: figures', chart + headed],
  lead: ['lead', 'class: figures', headed],
  'lead-tile': ['lead', '', lossTile + chart],
  'lead-large': ['lead', 'class: large', `Cash of **${loss}**\n\n${chart}`],
  section: ['section', 'section: last', lossTile],
} as const
/** A slide for each: path, text, name. */
export const lossSlides = Object.entries(large).map(
  ([name, [layout, front, body]], index): readonly [string, string, string] => [
    `slides/${100 + index}-large-${name}.md`,
    `---\nlayout: ${layout}\ntitle: A loss\n${front}\n---\n${body}`,
    name,
  ],
)

/** Those on the dark ground. */
export const darkLosses: readonly string[] = ['lead-tile', 'lead-large', 'section']
