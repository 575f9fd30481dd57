import { expect, it } from 'vitest'
import { headingHtml } from './inline-html.ts'

const heading = (text: string): string =>
  headingHtml([{ kind: 'figure', use: 'a.1', fact: 'cash@FY08', text }], new Map())

it.each([
  ['€182 million', '€182<span class="figure-unit"> million</span>'],
  ['−SEK38 million', '−<span class="figure-unit is-before">SEK</span>38<span class="figure-unit"> million</span>'],
  ['80.0%', '80.0%'],
  ['48', '48'],
])('the unit of a figure in a heading is marked, its sign of percent is not: %s', (text, inner) => {
  expect(heading(text)).toContain(`>${inner}</data>`)
})

it('a figure in a heading says how long its digits are', () => {
  expect(heading('€182 million')).toContain('class="figure"')
  expect(heading('€12,345 million')).toContain('class="figure of-long"')
  expect(heading('€1,334,567 thousand')).toContain('class="figure of-longest"')
})
