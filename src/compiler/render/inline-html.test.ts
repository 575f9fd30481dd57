import { expect, it } from 'vitest'
import { inlineHtml } from './inline-html.ts'

const figure = (text: string): string =>
  inlineHtml([{ kind: 'figure', use: 'a.1', fact: 'cash@FY08', text }], new Map())

it.each(['JPY69,731 million', 'down 4.3% compared to 2009'])('a short figure stands on one line: %s', (text) => {
  expect(figure(text)).toContain(`class="figure" `)
  expect(figure(text)).toContain(`>${text}<`)
})

it('a long one may be broken, but not beside its numbers', () => {
  const html = figure('down €1,299 million compared to June 30, 2024')
  expect(html).toContain('class="figure is-long"')
  expect(html).toContain('>down €1,299\u00a0million compared to June\u00a030,\u00a02024<')
})
