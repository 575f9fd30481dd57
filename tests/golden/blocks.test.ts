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
