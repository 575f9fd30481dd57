import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../../tests/long.ts'
import { en } from '../../language/en.ts'
import { intervalOf } from '../../model/interval.ts'
import { divide, multiply, parseDecimal, rational, round, subtract, toFixed, zero } from '../../model/rational.ts'
import { type Basis, type ChangeCase, checkCagr, checkChange, checkRatio, type Operand } from './change.ts'

function printed(text: string) {
  const parsed = parseDecimal(text) ?? { value: zero, decimals: 0 }
  return { value: parsed.value, ulp: rational(1n, 10n ** BigInt(parsed.decimals)) }
}

function operand(text: string): Operand {
  const number = printed(text)
  return { label: text, ...number, interval: intervalOf(number, 'nearest') }
}

function change(
  kind: ChangeCase['kind'],
  [now, base, stated]: readonly [string, string, string],
  basis: Basis = 'unrounded',
) {
  return checkChange({
    words: en.report.arithmetic,
    kind,
    now: operand(now),
    base: operand(base),
    change: printed(stated),
    rounding: 'nearest',
    basis,
  })
}

describe('rule C1, a difference', () => {
  test.each([
    ['10257', '12255', '-1999', 'rounding'],
    ['10257', '12255', '-1998', 'ticked'],
    ['10257', '12255', '-2000', 'error'],
    ['10257', '12255', '1998', 'error'],
    ['21.4', '23.1', '-1.7', 'ticked'],
  ])('%s against %s, stated %s, is %s', (now, base, stated, verdict) => {
    expect(change('difference', [now, base, stated]).verdict).toBe(verdict)
  })

  test('a wrong sign is guessed', () => {
    expect(change('difference', ['530', '1184', '654']).hint).toBe('Is the sign of the change wrong?')
  })
})

describe('rule C2, a growth rate', () => {
  test.each([
    ['69731', '66835', '4.3', 'ticked', undefined],
    ['69.7', '66.8', '4.3', 'ticked', undefined],
    ['69.7', '66.8', '4.2', 'rounding', undefined],
    ['69731', '66835', '4.4', 'error', undefined],
    ['69731', '66835', '-4.3', 'error', 'Is the sign of the change wrong?'],
    ['69731', '66835', '43', 'error', 'Has the change, or a figure of it, a decimal point in the wrong place?'],
    ['66835', '69731', '4.3', 'error', 'Are the two figures exchanged?'],
    ['21.4', '23.1', '-1.7', 'error', 'This is the difference, not the percentage.'],
  ])('%s over %s, stated %s, is %s', (now, base, stated, verdict, hint) => {
    const result = change('growth', [now, base, stated])
    expect([result.verdict, result.hint]).toEqual([verdict, hint])
  })

  test('the deck that computes changes from displayed figures is held to them', () => {
    expect(change('growth', ['69.7', '66.8', '4.2'], 'displayed').verdict).toBe('warning')
  })

  test.each([
    ['100', '-50', '300'],
    ['100', '0', '100'],
    ['-14', '611', '-102.3'],
  ])('rule C3: no percentage of %s over %s', (now, base, stated) => {
    expect(change('growth', [now, base, stated])).toMatchObject({ verdict: 'error', meaningless: true })
  })
})

describe('rule C6, a margin', () => {
  test.each([
    ['2917', '69731', '4.2', 'ticked'],
    ['2.9', '69.7', '4.2', 'ticked'],
    ['2.9', '69.7', '4.1', 'rounding'],
    ['2917', '69731', '4.3', 'error'],
    ['-1206', '9000', '-13.4', 'ticked'],
    ['5', '0', '5', undefined],
  ])('%s of %s, stated %s, is %s', (part, whole, stated, verdict) => {
    const result = checkRatio({
      words: en.report.arithmetic,
      part: operand(part),
      whole: operand(whole),
      printed: printed(stated),
      factor: rational(100n),
      rounding: 'nearest',
    })
    expect(result?.verdict).toBe(verdict)
  })
})

describe('rule C7, a compound growth rate', () => {
  test.each([
    ['49830', '69731', 36, '11.9', 'ticked'],
    ['49830', '69731', 48, '11.9', 'error'],
    ['49830', '69731', 36, '12.1', 'error'],
    ['100', '110', 18, '6.6', 'ticked'],
    ['-5', '110', 12, '6.6', undefined],
  ])('from %s to %s in %i months, stated %s, is %s', (from, to, months, stated, verdict) => {
    expect(
      checkCagr({ from: operand(from), to: operand(to), months, printed: printed(stated), language: en })?.verdict,
    ).toBe(verdict)
  })
})

const count = tries(3000, 100_000)

describe(`${count} random growth rates`, () => {
  const levels = fc.tuple(fc.bigInt({ min: 1_000n, max: 10_000_000n }), fc.bigInt({ min: 1_000n, max: 10_000_000n }))
  const growthOf = (now: bigint, base: bigint) =>
    multiply(subtract(divide(rational(now), rational(base)), rational(1n)), rational(100n))
  const shown = (cents: bigint): string => toFixed(round(rational(cents, 100n), 0), 0)

  test('computed from unrounded values, none fails', () => {
    fc.assert(
      fc.property(levels, ([now, base]) => {
        const stated = toFixed(growthOf(now, base), 1)
        expect(change('growth', [shown(now), shown(base), stated]).verdict).not.toBe('error')
      }),
      { numRuns: count, seed: 3 },
    )
  })

  test('moved beyond what is possible, every one is found', () => {
    fc.assert(
      fc.property(levels, fc.boolean(), ([now, base], up) => {
        const [a, b] = [shown(now), shown(base)]
        const { tolerance } = change('growth', [a, b, toFixed(growthOf(now, base), 1)])
        const [low = '0', high = '0'] = tolerance.replace('possible ', '').replaceAll(',', '').split('..')
        const beyond = up ? Number(high) + 0.11 : Number(low) - 0.11
        expect(change('growth', [a, b, beyond.toFixed(1)]).verdict).toBe('error')
      }),
      { numRuns: count, seed: 4 },
    )
  })
})
