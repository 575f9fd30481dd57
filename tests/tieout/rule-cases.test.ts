import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ruleIds } from '../../src/model/ties.ts'
import { digest } from '../../src/project/record/digest.ts'
import type { Finding } from '../../src/tieout/finding.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import type { RuleCases } from './_case-decks.ts'
import { ruleCases } from './_rule-cases.ts'
import { compileSmall, tieSmall } from './small-deck.ts'

type Case = RuleCases['failing']

/** What one rule says of a deck. */
function found(rule: string, { seed, ...small }: Case): readonly Finding[] {
  const { deck, result } = tieSmall({ ...small, options: { digest } })
  const { findings } = seed ? tieOut(seed(deck)) : result
  return findings.filter((each) => each.rule === rule)
}

const isFault = ({ verdict }: Finding): boolean => verdict === 'error' || verdict === 'warning'

/** The faults of a deck that is to have some; the compiler's, where it finds them first. */
function faultsOf(rule: string, small: Case): readonly unknown[] {
  const { code } = small
  if (code !== undefined) return compileSmall(small).filter((line) => line.startsWith(code))
  return found(rule, small).filter(isFault)
}

describe.each(ruleIds)('%s', (rule) => {
  const { passing, failing, unknown, broken } = ruleCases[rule]

  test('accepts a deck that is right', () => {
    const all = found(rule, passing)
    expect(all.filter(isFault)).toEqual([])
    if (rule !== 'S7' && rule !== 'W1') expect(all.map(({ verdict }) => verdict)).toContain('ticked') // these two have no ticks
  })

  test('fails one that is wrong', () => {
    expect(faultsOf(rule, failing)).not.toEqual([])
  })

  test('says of all that is wrong what to do', () => {
    const faults = [failing, broken].flatMap((small) =>
      small.code === undefined ? found(rule, small).filter(isFault) : [],
    )
    expect(faults.filter(({ hint }) => hint === undefined || !/[.?:)0-9]$/.test(hint))).toEqual([])
  })

  test('says of a deck that has too little what is missing', () => {
    if (typeof unknown === 'string') return expect(unknown).not.toBe('')
    const open = found(rule, unknown).filter(({ verdict }) => verdict === 'not-checkable')
    expect(open[0]?.message).toMatch(/^not checkable/)
  })

  test('fails another at its place', () => {
    const [fault] = faultsOf(rule, broken)
    if (broken.code !== undefined) return expect(fault).toMatch(/ (?:data|slides)\/\S+ \d+:\d+/)
    expect(fault).toMatchObject({
      place: { path: expect.stringMatching(/^(?:data|slides)\//), line: expect.any(Number) },
    })
  })
})

test('docs/tie-out.md says which rules can lack something', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/tie-out.md'), 'utf8')
  const [, said = ''] = /^Rows that are not checkable come from ([^;]+);/m.exec(docs) ?? []
  const open = ruleIds.filter((rule) => typeof ruleCases[rule].unknown !== 'string')
  expect(said.split(/ and |, /)).toEqual(open)
})
