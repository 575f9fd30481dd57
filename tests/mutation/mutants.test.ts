import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sample, tries } from '../long.ts'
import { readDeck } from './deck-files.ts'
import { chooseMutations, openJudge, scoresOf } from './judge.ts'
import { fallingVerbs, risingVerbs, verbMutations } from './verb-mutations.ts'

const root = join(import.meta.dirname, '..', '..')
const files = readDeck(root)
const { deck, alarms, judge } = openJudge(files)

/** Faults that a deck proves of itself: every one is found, whatever slide or figure it hits. */
const certain = [
  'date an event after the deck',
  'drop the forward-looking statement',
  'give two items one label',
  'leave a stale period',
  'let a second document differ',
  'lose a part of a printed total',
  "move a figure's period",
  'move a period label',
  'stale date range',
  'turn points into per cent (data)',
  'turn points into per cent (text)',
  'type a figure',
  'type a figure with an error',
  'type a period',
  'wrong comparator word',
  'verb without a direction',
  'wrong run',
  'wrong superlative',
]

/** Faults that are found where the figure ties to another; npm run mutants prints which are not, and why. */
const likely = [
  'break a total',
  'drop a digit',
  'exchange two digits',
  'flip a sign',
  'flip a sign word',
  'restate a comparative',
  'slip the scale ×10',
  'swap two figures',
]

describe('the reference deck', () => {
  test('raises no false alarm', () => {
    expect(alarms.map(({ rule, message, place }) => `${rule} ${place.path}:${place.line} ${message}`)).toEqual([])
  })
})

describe('faults put into the reference deck', () => {
  const chosen = chooseMutations(files, deck, { perKind: tries(1, 12), seed: 1 })
  const scores = scoresOf(chosen.map(judge))

  test('are of at least twelve kinds', () => {
    expect(scores.length).toBeGreaterThanOrEqual(12)
  })

  test.each(certain)('%s: every one is found', (kind) => {
    const score = scores.find((each) => each.kind === kind)
    expect(score).toBeDefined()
    expect(score?.missed.map(({ mutation }) => `${mutation.path} ${mutation.text}`)).toEqual([])
  })

  test('a verb that contradicts its number is found, whichever of more than forty verbs it is', () => {
    const bare = verbMutations(files).filter(({ kind }) => kind === 'false verb of a bare number')
    const verbs = [...risingVerbs, ...fallingVerbs]
    const one = verbs.flatMap((verb) => bare.find(({ text }) => text === verb) ?? [])
    expect(one.length).toBe(verbs.length)
    expect(verbs.length).toBeGreaterThanOrEqual(40)
    const tried = [...sample(one.slice(0, risingVerbs.length), 4, 1), ...sample(one.slice(risingVerbs.length), 4, 2)]
    expect(tried.filter((mutation) => judge(mutation).caughtBy.length === 0).map(({ text }) => text)).toEqual([])
  })

  test('the likely kinds are found at least two times in three', () => {
    const several = chooseMutations(files, deck, { perKind: tries(8, 12), seed: 1 }) // one of each would say little of a share
    const own = scoresOf(several.filter(({ kind }) => likely.includes(kind)).map(judge))
    const sum = (of: (score: (typeof own)[number]) => number): number => own.reduce((all, score) => all + of(score), 0)
    expect(sum(({ caught }) => caught) / sum(({ tried }) => tried)).toBeGreaterThan(0.66)
  })
})
