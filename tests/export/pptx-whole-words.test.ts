import { expect, test } from 'vitest'
import { withWholeWords } from '../../src/export/pptx/text/measure.ts'
import { sizesIn, slidesOf } from './_shapes.ts'

const sentence = (words: string): string => `layout: lead
class: sentence
title: A sentence
---
${words}
\`\`\`chart
type: column
series: [revenue.recurring]
periods: [FY-1, FY]
\`\`\`
`
const { shapesOf } = slidesOf([
  sentence('We sold for {{figure "revenue.recurring" "FY"}} to **our clients**'),
  sentence('Telecommunicationsinfrastructures'),
])

test('a figure wider than its line breaks between its words, not inside one', () => {
  const figure = { runs: [{ text: '1,254,811\u00a0households' }], size: 68 }
  expect(withWholeWords(figure, 512)).toEqual({ runs: [{ text: '1,254,811 households' }], size: 68 })
  expect(withWholeWords(figure, 900)).toBe(figure)
})

test('a word that is wider than its line is smaller', () => {
  const word = { runs: [{ text: 'Telecommunicationsinfrastructures' }], size: 68, indent: 12 }
  const { runs, size } = withWholeWords(word, 512)
  expect(runs).toEqual(word.runs)
  expect(size).toBeLessThan(35)
  expect(withWholeWords({ ...word, size }, 512).size).toBeCloseTo(size, 5)
  const text = shapesOf(2).find(({ words }) => words === 'Telecommunicationsinfrastructures')
  expect(Math.max(...sizesIn(text?.xml ?? ''))).toBeLessThan(40)
})

test('a sentence in a leading panel has the weight of the page, and its bold words the accent', () => {
  const text = shapesOf(1).find(({ words }) => words.startsWith('We sold'))
  const runs = (text?.xml ?? '').split('<a:r>').slice(1)
  expect(runs.length).toBeGreaterThan(2)
  for (const run of runs) expect(run).toContain(' b="1"')
  const colorOf = (run: string | undefined): string => /<a:solidFill>.*?<\/a:solidFill>/.exec(run ?? '')?.[0] ?? ''
  expect(colorOf(runs.at(-1))).not.toBe(colorOf(runs[0]))
})
