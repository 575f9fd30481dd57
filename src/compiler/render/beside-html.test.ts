import { expect, test } from 'vitest'
import { row, tieSmall } from '../../../tests/tieout/small-deck.ts'

const slideOf = (layout: string, name: string, body: string): string =>
  tieSmall({
    rows: [row('income', '52,38'), row('revenue', '100,110')],
    ...{ layout, front: `class: ${name}\n`, body },
  }).page.html

const bars = '```chart\ntype: bar\nitems: [revenue, income]\nperiod: FY\n```\n'
const columns = '```chart\ntype: column\nseries: [income]\nperiods: [FY-1, FY]\n```\n'

test('words beside a bar carry its name, for a page where they stand under the chart; columns in italics theirs', () => {
  const html = slideOf('chart-and-points', 'wide aligned', `${bars}- Clients came\n- *a* *b*\n`)
  expect(html).toContain('<li data-bar="Total revenues">Clients came')
  expect(html).toContain('<li data-row="Operating income"><em>a</em>')
})

test('a heading in italics with words under it is no column', () => {
  const html = slideOf('chart-and-points', 'wide aligned', `${bars}- *Fell*\n\n  as clients left\n- Rose\n`)
  expect(html).toContain('<li data-bar="Total revenues">')
  expect(html).not.toContain('data-row')
})

test('a caption under a column carries its period, and no other heading does', () => {
  const captions = slideOf('one-chart', 'tall aligned', `${columns}## Before\n## After\n`)
  expect(captions).toMatch(/<h3[^>]*>Before<span data-bar="FY07"><\/span><\/h3>/)
  expect(captions).toMatch(/<h3[^>]*>After<span data-bar="FY08"><\/span><\/h3>/)
  expect(slideOf('one-chart', 'tall', `${columns}## Before\n## After\n`)).not.toContain('data-bar')
})
