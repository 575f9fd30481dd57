import { basisPoints, percent, points, scales, times } from '../../../format/unit.ts'
import { currencyCodes, type Unit } from '../../../model/unit.ts'

export { formatUnit, unitWords } from '../../../format/unit.ts'

const fixed: ReadonlyMap<string, Unit> = new Map([
  ['%', percent],
  ['percent', percent],
  ['points', points],
  ['bps', basisPoints],
  ['x', times],
])

function parseBase(base: string, declared: ReadonlyMap<string, Unit>): Unit | undefined {
  const noun = declared.get(base)
  if (noun) return noun
  const [code = '', per, ...rest] = base.split('/')
  if (!currencyCodes.has(code) || per === '' || rest.length > 0) return undefined
  return { kind: 'currency', base, exponent: 0 }
}

/** Reads "JPY mn", "%", "points", "bps", "x", "JPY/share" or a declared noun ("persons", "subscribers k"). */
export function parseUnit(text: string, declared: ReadonlyMap<string, Unit> = new Map()): Unit | undefined {
  const words = text.trim().split(/\s+/)
  const [base = '', short] = words
  if (words.length > 2) return undefined
  if (short === undefined) return fixed.get(base) ?? parseBase(base, declared)
  const scale = scales.find((candidate) => candidate.short === short)
  const unit = parseBase(base, declared)
  return scale && unit ? { ...unit, exponent: scale.exponent } : undefined
}

/** Units a writer may have meant, for "did you mean". */
export function unitNames(declared: ReadonlyMap<string, Unit>): readonly string[] {
  const currencies = ['JPY', 'USD', 'EUR', 'GBP'].flatMap((code) => [
    code,
    ...scales.map(({ short }) => `${code} ${short}`),
  ])
  return [...fixed.keys(), ...declared.keys(), ...currencies]
}
