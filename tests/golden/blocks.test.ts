import { describe, expect, test } from 'vitest'
import { row, tieSmall } from '../tieout/small-deck.ts'

/** The text of the first slide of a deck of one block, tags taken out. */
function printed(kind: string, yaml: string, rows: readonly string[]): string {
  const body = `\`\`\`${kind}\n${yaml}\n\`\`\`\n- Text`
  const { page } = tieSmall({ columns: 'FY07,FY08,FY09', rows, body })
  const html = page.slides[0]?.html ?? ''
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
}

describe('a tile of a scenario', () => {
  const rows = [row('revenue', ',,73000', { scenario: 'target' })]
  test.each([
    ['', 'Total revenues FY09 Target JPY 73,000 million'],
    [', label: Target', 'Target FY09 JPY 73,000 million'],
    [', label: Revenue target', 'Revenue target FY09 JPY 73,000 million'],
    [', label: Untargeted revenue', 'Untargeted revenue FY09 Target JPY 73,000 million'],
  ])('with %j names the scenario once', (label, expected) => {
    const text = printed('tiles', `- {metric: revenue, period: FY+1, scenario: target${label}}`, rows)
    expect(text).toContain(` ${expected} `)
  })
})

describe('the heading of a column of shares', () => {
  const rows = [row('goods', ',40,'), row('revenue', ',100,'), row('cash', ',80,')]
  const table = (whole: string): string => printed('table', `rows: [goods]\ncolumns: [FY]\nshare-of: ${whole}`, rows)
  test.each([
    ['revenue', '% of total revenues'],
    ['cash', '% of cash at hand'],
    ['goods', '% of revenues from goods'],
  ])('writes the name of %s inside a sentence', (whole, expected) => {
    expect(table(whole)).toContain(expected)
  })
})

describe('columns of changes stand beside the pair that they compare', () => {
  const columns = '1H07,1H08,FY07,FY08'
  const rows = [row('revenue', '40,50,100,110')]
  const cells = (spec: string): readonly string[] => {
    const body = `\`\`\`table\nrows: [revenue]\n${spec}\n\`\`\`\n- Text`
    const { page } = tieSmall({ columns, rows, body })
    const [, head = ''] = /<thead>([\s\S]*?)<\/thead>/.exec(page.slides[0]?.html ?? '') ?? []
    const [, first = ''] = /<tbody>([\s\S]*?)<\/tbody>/.exec(page.slides[0]?.html ?? '') ?? []
    const textsOf = (html: string): string[] =>
      html.split(/<\/t[hd]>/).map((cell) =>
        cell
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    return textsOf(head).map((text, index) => `${text} ${textsOf(first)[index] ?? ''}`.trim())
  }

  test.each([
    [
      'columns: [1H08, 1H07, FY08, FY07]\nchange: yoy',
      ['1H08 50', '1H07 40', 'YoY +25.0%', 'FY08 110', 'FY07 100', 'YoY +10.0%'],
    ],
    ['columns: [FY07, FY08]\nchange: both', ['FY07 100', 'FY08 110', 'Change +10', 'YoY +10.0%']],
    ['columns: [FY08, FY07, 1H08]\nchange: difference', ['FY08 110', 'FY07 100', 'Change +10', '1H08 50']],
    ['columns: [1H08, FY08, FY07]\nchange: difference', ['1H08 50', 'FY08 110', 'FY07 100', 'Change +10']],
    ['columns: [FY08]\nchange: yoy', ['FY08 110', 'YoY +10.0%']],
    ['columns: [FY08, FY07]', ['FY08 110', 'FY07 100']],
  ])('%j', (spec, expected) => {
    expect(cells(spec).slice(1, -1)).toEqual(expected)
  })
})
