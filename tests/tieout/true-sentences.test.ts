import { expect, test } from 'vitest'
import { alarmsOn } from './_alarms.ts'
import {
  besideNewRules,
  laterOfAarvo,
  laterOfLindqvist,
  laterOfNagasaka,
  laterOfTillman,
  ofTimesAndMeasures,
} from './_later-sentences.ts'
import { ofAlba, ofKelpworks, ofLindqvist, ofReference } from './_true-sentences.ts'

const lines = (text: string): readonly string[] => text.trim().split('\n')
const decks = [
  ['tests/golden/lindqvist', lines(ofLindqvist)],
  ['tests/golden/kelpworks', lines(ofKelpworks)],
  ['tests/golden/alba', lines(ofAlba)],
  ['.', lines(ofReference)],
  ['tests/golden/tillman', lines(laterOfTillman + besideNewRules.slice(1) + ofTimesAndMeasures.tillman.slice(1))],
  ['tests/golden/aarvo', lines(laterOfAarvo + ofTimesAndMeasures.aarvo.slice(1))],
  ['tests/golden/nagasaka', lines(laterOfNagasaka + ofTimesAndMeasures.nagasaka.slice(1))],
  ['tests/golden/lindqvist', lines(laterOfLindqvist)],
] as const

/** Alarms that stand, each with its reason. */
const explained: readonly string[] = [
  'Every segment but hardware', // the semicolon ends the clause of "grew", so that fibre's own number has no word of direction
  'a smaller business each quarter', // the data hold two quarters, too few for "each"
  'Without the new subsidiaries, margins', // a measure outside GAAP before its counterpart, of a later sentence of the slide
]

test('at most 2% of more than three hundred true sentences raise an alarm, and each of these is explained', {
  timeout: 60_000,
}, () => {
  const told = decks.flatMap(([folder, sentences]) => alarmsOn(folder, sentences))
  const count = decks.reduce((all, [, { length }]) => all + length, 0)
  expect(count).toBeGreaterThanOrEqual(330)
  expect(told.filter((alarm) => !explained.some((text) => alarm.includes(text)))).toEqual([])
  expect(told.length).toBeLessThanOrEqual(count / 50)
})
