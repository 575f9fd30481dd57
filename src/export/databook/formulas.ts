import {
  add,
  compare,
  divide,
  magnitude,
  multiply,
  negate,
  powerOfTen,
  type Rational,
  rational,
  round,
  sign,
  subtract,
  toNumber,
} from '../../model/rational.ts'

/** The values of a book's names. */
export type NamedValues = (name: string) => Rational | undefined

interface Reader {
  readonly tokens: readonly string[]
  readonly values: NamedValues
  at: number
}

const token = /\s*([\d.]+(?![\p{L}_])|[\p{L}_][\p{L}\p{N}._]*|[()+\-*/^,])/uy

function tokensOf(formula: string): readonly string[] | undefined {
  const tokens: string[] = []
  token.lastIndex = 0
  for (let end = 0; end < formula.trimEnd().length; end = token.lastIndex) {
    const found = token.exec(formula)?.[1]
    if (found === undefined) return undefined
    tokens.push(found)
  }
  return tokens
}

/** Floats are near enough: only roots of compound growth come here. */
function power(base: Rational, exponent: Rational): Rational | undefined {
  const result = toNumber(base) ** toNumber(exponent)
  return Number.isFinite(result) ? rational(BigInt(Math.round(result * 1e15)), 10n ** 15n) : undefined
}

function take(reader: Reader, ...wanted: readonly string[]): string | undefined {
  const found = reader.tokens[reader.at]
  if (found === undefined || !wanted.includes(found)) return undefined
  reader.at++
  return found
}

function readRound(reader: Reader): Rational | undefined {
  if (!take(reader, '(')) return undefined
  const value = readSum(reader)
  const places = take(reader, ',') && readSum(reader)
  return value && places && take(reader, ')') ? round(value, toNumber(places)) : undefined
}

function readAtom(reader: Reader): Rational | undefined {
  if (take(reader, '-')) {
    const value = readAtom(reader)
    return value && negate(value)
  }
  if (take(reader, '(')) {
    const value = readSum(reader)
    return take(reader, ')') ? value : undefined
  }
  const found = reader.tokens[reader.at++] ?? ''
  if (found === 'ROUND') return readRound(reader)
  const digits = /^(\d+)(?:\.(\d+))?$/.exec(found)
  if (!digits) return reader.values(found)
  const [, whole = '', fraction = ''] = digits
  return multiply(rational(BigInt(whole + fraction)), powerOfTen(-fraction.length))
}

function readPower(reader: Reader): Rational | undefined {
  const base = readAtom(reader)
  if (!base || !take(reader, '^')) return base
  const exponent = readAtom(reader)
  return exponent && power(base, exponent)
}

function readProduct(reader: Reader): Rational | undefined {
  let value = readPower(reader)
  for (let operator = take(reader, '*', '/'); value && operator; operator = take(reader, '*', '/')) {
    const next = readPower(reader)
    if (!next || (operator === '/' && sign(next) === 0)) return undefined
    value = operator === '*' ? multiply(value, next) : divide(value, next)
  }
  return value
}

function readSum(reader: Reader): Rational | undefined {
  let value = readProduct(reader)
  for (let operator = take(reader, '+', '-'); value && operator; operator = take(reader, '+', '-')) {
    const next = readProduct(reader)
    value = next && (operator === '+' ? add(value, next) : subtract(value, next))
  }
  return value
}

/** What a spreadsheet makes of a formula of this book: + - * / ^, brackets, ROUND, names. Undefined where it makes nothing. */
export function evaluate(formula: string, values: NamedValues): Rational | undefined {
  const tokens = tokensOf(formula)
  if (!tokens) return undefined
  const reader: Reader = { tokens, values, at: 0 }
  const value = readSum(reader)
  return reader.at === tokens.length ? value : undefined
}

/** What may stand between a formula and its result: percentages are fractions, and parts may be in other scales. */
const exponents = [0, 2, -2, 3, -3, 6, -6, 9, -9]

const times = (formula: string, exponent: number): string =>
  exponent === 0 ? formula : `(${formula})${exponent > 0 ? '*' : '/'}${(10n ** BigInt(Math.abs(exponent))).toString()}`

/** Whether two numbers are one to a spreadsheet, which reckons with fifteen digits. */
export function isClose(a: Rational, b: Rational): boolean {
  const off = magnitude(subtract(a, b))
  return compare(off, multiply(magnitude(b), powerOfTen(-11))) <= 0
}

/** Replaces ids by names; undefined where an id has none. The longest ids come first, since one may begin another. */
function translated(
  formula: string,
  inputs: readonly string[],
  nameOf: (fact: string) => string | undefined,
): string | undefined {
  const ids = [...new Set(inputs)].sort((a, b) => b.length - a.length)
  const names: string[] = []
  let text = formula
  for (const id of ids) {
    const name = nameOf(id)
    if (name === undefined) return undefined
    text = text.replaceAll(id, `\ue000${names.length}\ue000`)
    names.push(name)
  }
  return text.replace(/\ue000(\d+)\ue000/g, (_, at) => names[Number(at)] ?? '')
}

/** A formula and what it gives. */
export interface LiveFormula {
  readonly formula: string
  readonly result: Rational
}

interface Asked {
  /** As facts have it, with ids: "a@FY08 / a@FY07 - 1". */
  readonly formula: string
  readonly inputs: readonly string[]
  /** How a book calls a fact, and the power of ten by which its cell is multiplied to be in the unit that all have: 9 of JPY bn. */
  readonly nameOf: (fact: string) => { readonly name: string; readonly exponent: number } | undefined
  readonly values: NamedValues
  /** Whether a result is the deck's own number. */
  readonly isRight: (result: Rational) => boolean
}

/** The formula of a fact over names of cells. It is given only where it comes out at the deck's own number: nothing is computed anew here. */
export function liveFormula({ formula, inputs, nameOf, values, isRight }: Asked): LiveFormula | undefined {
  const plain = translated(formula, inputs, (id) => nameOf(id)?.name)
  const least = Math.min(...inputs.map((id) => nameOf(id)?.exponent ?? 0))
  const scaled = translated(formula, inputs, (id) => {
    const named = nameOf(id)
    return named && times(named.name, named.exponent - least)
  })
  for (const text of new Set([plain, scaled].flatMap((one) => one ?? []))) {
    const result = evaluate(text, values)
    if (!result) continue
    for (const exponent of exponents) {
      const moved = multiply(result, powerOfTen(exponent))
      if (isRight(moved)) return { formula: times(text, exponent), result: moved }
    }
  }
  return undefined
}
