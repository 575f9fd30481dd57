import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isLong, sample } from '../../long.ts'
import { readDeck } from '../deck-files.ts'
import { type Judged, openJudge } from '../judge.ts'
import { claimFaults, published } from './claims.ts'

const files = readDeck(join(import.meta.dirname, '..', '..', '..'))
const deck = published(files, openJudge(files))
const judge = openJudge(deck, { isPublished: true })
const faults = claimFaults(deck)
const onSlides = faults.filter(({ twin }) => twin !== undefined)
const inFiles = faults.filter(({ twin }) => twin === undefined)

let found: readonly Judged[] | undefined
/** Judged once for all tests. */
const judged = (): readonly Judged[] => {
  found ??= judge.judgeAll([...sample(onSlides, 120, 3), ...sample(inFiles, 10, 3)])
  return found
}

describe('false words about the figures, and files that would hide them', () => {
  test('the published deck raises no alarm', () => {
    expect(judge.alarms.map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })

  test('at least nine of ten of more than four hundred are found', { timeout: 300_000 }, () => {
    expect(faults.length).toBeGreaterThanOrEqual(400)
    const caught = judged().filter(({ caughtBy }) => caughtBy.length > 0)
    expect(caught.length / judged().length).toBeGreaterThanOrEqual(0.9)
  })

  test.runIf(isLong)('are found as often as README.md says', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
    const [, all, found, percent] = /of (\d+) false words[\s\S]*?find (\d+) \((\d+)%\)/.exec(readme)?.map(Number) ?? []
    expect(all).toBe(faults.length)
    expect(percent).toBe(Math.floor((100 * (found ?? 0)) / faults.length))
    const missed = judged().filter(({ caughtBy }) => caughtBy.length === 0)
    expect(missed.map(({ mutation: { kind, text } }) => `${kind}: ${text}`)).toHaveLength(faults.length - (found ?? 0))
  })

  test('what says the same truly raises no alarm', { timeout: 120_000 }, () => {
    const twins = sample(onSlides, 100, 5).flatMap(({ path, twin }) =>
      twin === undefined ? [] : [{ path, text: twin }],
    )
    expect([...judge.alarmsOn(twins).values()].flat()).toEqual([])
  })
})
