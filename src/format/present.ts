import { fill } from '../language/fill.ts'
import type { DeckConfig, NumberStyle } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import type { Display, Printed } from '../model/fact-book.ts'
import type { Metric } from '../model/figure.ts'
import { magnitude, type Rational, toFixed } from '../model/rational.ts'
import type { Unit } from '../model/unit.ts'
import { decimalsFor } from './decimals.ts'
import { displayedSign, formatDigits, markNegative } from './number.ts'
import { convert, formatUnit, withUnit } from './unit.ts'

type Form = Printed['form']

/** How the deck prints numbers: its own number style, and its language. */
export type PrintStyle = Pick<DeckConfig, 'numbers' | 'language'>

/** What is settled before a number is put into words. */
interface Layout {
  readonly fact: Fact
  readonly unit: Unit
  readonly decimals: number
  readonly form: Form
  readonly negative: NumberStyle['negative']
  readonly numbers: NumberStyle
  readonly language: PrintStyle['language']
  readonly display: Display
}

const changeKinds: ReadonlySet<Fact['kind']> = new Set(['growth', 'difference'])

function defaultForm(fact: Fact, numbers: NumberStyle): Form {
  if (!changeKinds.has(fact.kind)) return 'value'
  return numbers.minus === 'signs' ? 'signed' : 'words'
}

/** Digits with the unit about them, without sign; a range has no one value. */
function body(digits: string, layout: Layout, value?: Rational): string {
  const { display, numbers, language, decimals, unit } = layout
  if (display.unit === false) return digits
  const currency = display.currency ?? numbers.currency
  const number = value && { count: Number(toFixed(magnitude(value), decimals)), decimals }
  return withUnit(digits, unit, { currency, language, number })
}

/** "around 6,500": the source's own word; after the verb where there is one ("up around 5.0%"). */
const qualified = (text: string, { fact }: Layout): string =>
  fact.qualifier === undefined ? text : `${fact.qualifier} ${text}`

const digitsOf = (value: Rational, { decimals, numbers }: Layout): string =>
  formatDigits(value, { decimals, style: numbers })

function signedBody(value: Rational, layout: Layout): string {
  const text = body(digitsOf(value, layout), layout, value)
  const shown = displayedSign(value, layout.decimals)
  if (shown < 0) return markNegative(text, layout.negative)
  return layout.form === 'signed' && shown > 0 ? `+${text}` : text
}

function single(value: Rational, layout: Layout): string {
  if (layout.form === 'magnitude') return body(digitsOf(value, layout), layout, value)
  if (layout.form !== 'words') return signedBody(value, layout)
  const { up, down, unchanged } = layout.language.changes
  const shown = displayedSign(value, layout.decimals)
  if (shown === 0) return unchanged
  return fill(shown > 0 ? up : down, { amount: qualified(body(digitsOf(value, layout), layout, value), layout) })
}

/** A range of one sign has its sign and unit once; one that crosses zero is two numbers with "to" between. */
function range(low: Rational, high: Rational, layout: Layout): string {
  const [below, above] = [displayedSign(low, layout.decimals), displayedSign(high, layout.decimals)]
  if (below < 0 && above > 0) {
    const ends = layout.form === 'magnitude' ? { ...layout, form: 'signed' as const } : layout // no verb fits both
    return fill(layout.language.changes.range, { from: single(low, ends), to: single(high, ends) })
  }
  const falling = below < 0 || above < 0
  const [near, far] = falling ? [high, low] : [low, high]
  const text = body(`${digitsOf(near, layout)}–${digitsOf(far, layout)}`, layout)
  if (layout.form === 'magnitude') return text
  const { up, down } = layout.language.changes
  if (layout.form === 'words') return fill(falling ? down : up, { amount: qualified(text, layout) })
  if (falling) return markNegative(text, layout.negative)
  return layout.form === 'signed' ? `+${text}` : text
}

function withComparator(text: string, { fact, form, display, language }: Layout): string {
  const shown = display.comparator ?? (form === 'words' || form === 'signed')
  return shown && fact.comparator
    ? fill(language.changes.compared, { change: text, comparator: fact.comparator.word })
    : text
}

function printed(text: string, displayed: string, layout: Layout): Printed {
  const { decimals, unit, form } = layout
  const whole = displayed === '' || form === 'words' ? text : qualified(text, layout)
  return { text: whole, displayed, decimals, displayUnit: formatUnit(unit), form }
}

function printRange(fact: Fact, layout: Layout): Printed {
  if (!fact.low || !fact.high) return printed(layout.numbers.missing, '', layout)
  const [low, high] = [convert(fact.low, fact.unit, layout.unit), convert(fact.high, fact.unit, layout.unit)]
  const [from, to] = [toFixed(low, layout.decimals), toFixed(high, layout.decimals)]
  if (from === to) return printed(withComparator(single(low, layout), layout), from, layout)
  return printed(withComparator(range(low, high, layout), layout), `${from}..${to}`, layout)
}

/**
 * A fact as the deck prints it. Values without unit conversion to `display.as` are the caller's mistake and throw
 * RangeError: ask isConvertible first.
 */
export function present(fact: Fact, metric: Metric | undefined, display: Display, style: PrintStyle): Printed {
  const { numbers, language } = style
  const unit = display.as ?? fact.unit
  const layout: Layout = {
    fact,
    unit,
    decimals: decimalsFor(fact, unit, { metric, display }),
    form: display.form ?? defaultForm(fact, numbers),
    negative: display.negative ?? numbers.negative,
    numbers,
    language,
    display,
  }
  if (fact.value !== null) {
    const value = convert(fact.value, fact.unit, unit)
    return printed(withComparator(single(value, layout), layout), toFixed(value, layout.decimals), layout)
  }
  if (fact.absence === 'not-meaningful') return printed(numbers.notMeaningful, '', layout)
  return fact.absence === 'range' ? printRange(fact, layout) : printed(numbers.missing, '', layout)
}
