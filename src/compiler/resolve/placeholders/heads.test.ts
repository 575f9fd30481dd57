import { expect, test } from 'vitest'
import type { Inline, Text } from '../../../model/content.ts'
import { head } from './heads.ts'

const figure = (text: string): Inline => ({ kind: 'figure', text, use: 's1.1', fact: 'clients@FY08' })

const text = (...runs: readonly Inline[]): Text => ({ runs, place: { path: 'slides/010-a.md', line: 1, column: 1 } })

test.each([
  ['around 6,500 clients', 'Around 6,500 clients'],
  ['approx. 70%', 'Approx. 70%'],
  ['less than 4%', 'Less than 4%'],
  ['über 20 Prozent', 'Über 20 Prozent'],
  ['up 14.3% YoY', 'Up 14.3% YoY'],
  ['6,500 clients', '6,500 clients'],
  ['JPY69,731 million', 'JPY69,731 million'],
  ['(38.7%)', '(38.7%)'],
  ['n.m.', 'n.m.'],
  ['約6,500社', '約6,500社'],
  ['', ''],
])('a head that begins with "%s" begins with "%s"', (written, capital) => {
  const more: Inline = { kind: 'text', text: ' more' }
  expect(head(text(figure(written), more))).toEqual(text(figure(capital), more))
})

test('a figure within a head, words of the author and an empty head stay as they are', () => {
  const words: Inline = { kind: 'text', text: 'serving ' }
  for (const same of [text(words, figure('around 6,500 clients')), text(words), text()]) expect(head(same)).toBe(same)
})
