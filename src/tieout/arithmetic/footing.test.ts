import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../../tests/long.ts'
import { en } from '../../language/en.ts'
import { intervalOf } from '../../model/interval.ts'
import { add, parseDecimal, type Rational, type Rounding, rational, round, zero } from '../../model/rational.ts'
import { type FootingTerm, foot } from './footing.ts'

const words = en.report.arithmetic

function term(text: string, rounding: Rounding = 'nearest', weight = 1): FootingTerm {
  const parsed = parseDecimal(text) ?? { value: zero, decimals: 0 }
  const printed = { value: parsed.value, ulp: rational(1n, 10n ** BigInt(parsed.decimals)) }
  return { label: text, ...printed, interval: intervalOf(printed, rounding), weight: rational(BigInt(weight)) }
}

function table(parts: readonly string[], total: string, rounding: Rounding = 'nearest') {
  return foot({ parts: parts.map((part) => term(part, rounding)), total: term(total, rounding), rounding, words })
}

describe('rule F1, a total', () => {
  test.each([
    [['54064', '15667'], '69731', 'ticked'],
    [['1', '1'], '3', 'rounding'],
    [['1', '1'], '4', 'error'],
    [['1', '1', '1'], '4', 'rounding'],
    [['1', '1', '1'], '5', 'warning'],
    [['1', '1', '1'], '6', 'error'],
    [['1', '1', '1', '1'], '6', 'rounding'],
    [['1', '1', '1', '1', '1'], '8', 'warning'],
    [['-3', '1'], '-2', 'ticked'],
    [['54064', '15667'], '69.7', 'error'],
    [['54.1', '15.7'], '69.7', 'rounding'],
    [['54.064', '15.667'], '69.7', 'ticked'],
    [['54.1', '15.7'], '69.731', 'rounding'],
    [['0', '0'], '0', 'ticked'],
    [['100'], '100', 'ticked'],
    [['100'], '101', 'warning'],
  ])('%j against %s is %s', (parts, total, verdict) => {
    expect(table(parts, total).verdict).toBe(verdict)
  })

  test('a part that is taken away swaps its bounds', () => {
    const parts = [term('69731'), term('56143', 'nearest', -1)]
    const result = foot({ parts, total: term('13588'), rounding: 'nearest', words })
    expect(result).toMatchObject({ verdict: 'ticked', arithmetic: '69,731 - 56,143 = 13,588' })
  })

  test('the arithmetic and the tolerance are written out', () => {
    const { arithmetic, tolerance } = table(['54064', '15677'], '69731')
    expect(arithmetic).toBe('54,064 + 15,677 = 69,741, stated 69,731: off by 10')
    expect(tolerance).toBe('±1.5')
  })
})

describe('rule F2, a total of truncated figures', () => {
  test.each([
    [['1', '1'], '2', 'ticked'],
    [['1', '1'], '3', 'rounding'],
    [['1', '1'], '4', 'error'],
    [['1', '1'], '1', 'error'],
    [['1', '1', '1'], '5', 'rounding'],
    [['1', '1', '1'], '6', 'error'],
    [['5', '-3'], '1', 'rounding'],
    [['5', '-3'], '4', 'error'],
  ])('%j against %s is %s', (parts, total, verdict) => {
    expect(table(parts, total, 'truncate').verdict).toBe(verdict)
  })
})

describe('hints on a total that fails', () => {
  test.each([
    ['exchanged digits', ['54604', '15667'], '69731', '54604: are two digits exchanged, 54064 for 54604?'],
    ['lost last digit', ['5406', '15667'], '69731', '5406: has 5,406 lost its last digit?'],
    ['wrong sign', ['-15667', '54064'], '69731', '-15667: is its sign wrong?'],
    ['left out', ['54064', '900', '7834'], '70632', '7834: was one such amount left out?'],
    ['counted twice', ['54064', '15667', '900', '900'], '70631', '900: is it counted twice?'],
    ['ten times too large', ['54064', '156670'], '69731', '156670: is 156,670 ×10 too large?'],
    ['a thousand times too small', ['54064', '15.667'], '69731', '15.667: is 15.667 ÷1000 too small?'],
    [
      'divisible by nine',
      ['54064', '15667'],
      '69686',
      'the difference is divisible by 9: look for two exchanged digits',
    ],
    ['nothing fits', ['54064', '15667'], '69600', undefined],
  ])('%s', (_name, parts, total, hint) => {
    expect(table(parts, total).hint).toBe(hint)
  })
})

const hundredths = fc.array(fc.bigInt({ min: -5_000_000n, max: 5_000_000n }), { minLength: 2, maxLength: 12 })
const positive = fc.array(fc.bigInt({ min: 0n, max: 5_000_000n }), { minLength: 2, maxLength: 12 })
const roundings = fc.constantFrom<Rounding>('nearest', 'truncate')
const printed = (value: Rational, rounding: Rounding): string => round(value, 0, rounding).n.toString()

function printedTable(cents: readonly bigint[], rounding: Rounding) {
  const exact = cents.map((n) => rational(n, 100n))
  return {
    parts: exact.map((value) => printed(value, rounding)),
    total: printed(exact.reduce(add, zero), rounding),
  }
}

const count = tries(3000, 100_000)

describe(`${count} random tables of 2 to 12 parts`, () => {
  test('independently rounded or truncated, none fails', () => {
    fc.assert(
      fc.property(hundredths, roundings, (cents, rounding) => {
        const { parts, total } = printedTable(cents, rounding)
        expect(table(parts, total, rounding).verdict).not.toBe('error')
      }),
      { numRuns: count, seed: 1 },
    )
  })

  test('with one part moved beyond the bound, every one is found', () => {
    const moves = fc.tuple(fc.nat(), fc.bigInt({ min: 1n, max: 500n }), fc.boolean())
    fc.assert(
      fc.property(positive, roundings, moves, (cents, rounding, [pick, extra, up]) => {
        const { parts, total } = printedTable(cents, rounding)
        const at = pick % parts.length
        const bound = BigInt(parts.length) + 1n + extra
        const moved = parts.map((part, index) => (index === at ? String(BigInt(part) + (up ? bound : -bound)) : part))
        expect(table(moved, total, rounding).verdict).toBe('error')
      }),
      { numRuns: count, seed: 2 },
    )
  })
})
