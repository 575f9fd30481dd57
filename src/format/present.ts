import { fill } from '../language/fill.ts'
import type { DeckConfig, NumberStyle } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import type { Display, Printed } from '../model/fact-book.ts'
import type { Metric } from '../model/figure.ts'
import { magnitude, type Rational, toFixed } from '../model/rational.ts'
import type { Unit } from '../model/unit.ts'
import { decimalsFor } from './numbers/decimals.ts'
import { displayedSign, formatDigits, markNegative } from './numbers/number.ts'
import { convert, formatUnit, withoutPer, withUnit } from './units.ts'

type PrintForm = Printed['form']

/** How the deck prints numbers: its own number style, and its language. */
type PrintStyle = Pick<DeckConfig, 'numbers' | 'language'>

/** What is decided before a number is put into words. */
interface Formatting {
  readonly fact: Fact
  readonly unit: Unit
  readonly decimals: number
  readonly form: PrintForm
  readonly negative: NumberStyle['negative']
  readonly numbers: NumberStyle
  readonly language: PrintStyle['language']
  readonly display: Display
}

const changeKinds: ReadonlySet<Fact['kind']> = new Set(['growth', 'difference'])

function defaultForm(fact: Fact, numbers: NumberStyle): PrintForm {
  if (!changeKinds.has(fact.kind)) return 'value'
  return numbers.minus === 'signs' ? 'signed' : 'words'
}

/** Digits with their unit, without sign; a range has no single value. */
function body(digits: string, formatting: Formatting, value?: Rational): string {
  const { display, numbers, language, decimals, unit } = formatting
  if (display.unit === false) return digits
  const currency = display.currency ?? numbers.currency
  const number = value && { count: Number(toFixed(magnitude(value), decimals)), decimals }
  return withUnit(digits, display.per === false ? withoutPer(unit) : unit, {
    currency,
    lettered: numbers.lettered,
    language,
    number,
  })
}

/** "around 6,500": the source's own word; after the verb where there is one ("up around 5.0%"). */
const qualified = (text: string, { fact }: Formatting): string =>
  fact.qualifier === undefined ? text : `${fact.qualifier} ${text}`

const digitsOf = (value: Rational, { decimals, numbers }: Formatting): string =>
  formatDigits(value, { decimals, style: numbers })

function signedBody(value: Rational, formatting: Formatting): string {
  const text = body(digitsOf(value, formatting), formatting, value)
  const shown = displayedSign(value, formatting.decimals)
  if (shown < 0) return markNegative(text, formatting.negative)
  return formatting.form === 'signed' && shown > 0 ? `+${text}` : text
}

function single(value: Rational, formatting: Formatting): string {
  if (formatting.form === 'magnitude') return body(digitsOf(value, formatting), formatting, value)
  if (formatting.form !== 'words') return signedBody(value, formatting)
  const { up, down, unchanged } = formatting.language.changes
  const shown = displayedSign(value, formatting.decimals)
  if (shown === 0) return unchanged
  return fill(shown > 0 ? up : down, {
    amount: qualified(body(digitsOf(value, formatting), formatting, value), formatting),
  })
}

/** Whether a negative number is marked on both its sides, so that one mark can hold a range: "(45–50)", not "−45–50". */
const enclosesRange = ({ negative }: Formatting): boolean => negative === 'parentheses'

/**
 * A range of one sign has its sign and unit once. One that crosses zero is two numbers with "to" between, as is one
 * below zero whose sign would seem to be that of its first end only ("−45 to −50").
 */
function range(low: Rational, high: Rational, formatting: Formatting): string {
  const [below, above] = [displayedSign(low, formatting.decimals), displayedSign(high, formatting.decimals)]
  if (below < 0 && above > 0) {
    const ends = formatting.form === 'magnitude' ? { ...formatting, form: 'signed' as const } : formatting // no verb fits both
    return fill(formatting.language.changes.range, { from: single(low, ends), to: single(high, ends) })
  }
  const falling = below < 0 || above < 0
  const [near, far] = falling ? [high, low] : [low, high]
  const text = body(`${digitsOf(near, formatting)}–${digitsOf(far, formatting)}`, formatting)
  if (formatting.form === 'magnitude') return text
  const { up, down } = formatting.language.changes
  if (formatting.form === 'words') return fill(falling ? down : up, { amount: qualified(text, formatting) })
  if (falling && !enclosesRange(formatting))
    return fill(formatting.language.changes.range, { from: single(near, formatting), to: single(far, formatting) })
  if (falling) return markNegative(text, formatting.negative)
  return formatting.form === 'signed' ? `+${text}` : text
}

function withComparator(text: string, { fact, form, display, language }: Formatting): string {
  const shown = display.comparator ?? (form === 'words' || form === 'signed')
  return shown && fact.comparator
    ? fill(language.changes.compared, { change: text, comparator: fact.comparator.word })
    : text
}

function printed(text: string, displayed: string, formatting: Formatting): Printed {
  const { decimals, unit, form } = formatting
  const whole = displayed === '' || form === 'words' ? text : qualified(text, formatting)
  return { text: whole, displayed, decimals, displayUnit: formatUnit(unit), form }
}

function printRange(fact: Fact, formatting: Formatting): Printed {
  if (!fact.low || !fact.high) return printed(formatting.numbers.missing, '', formatting)
  const [low, high] = [convert(fact.low, fact.unit, formatting.unit), convert(fact.high, fact.unit, formatting.unit)]
  const [from, to] = [toFixed(low, formatting.decimals), toFixed(high, formatting.decimals)]
  if (from === to) return printed(withComparator(single(low, formatting), formatting), from, formatting)
  return printed(withComparator(range(low, high, formatting), formatting), `${from}..${to}`, formatting)
}

/**
 * A fact as the deck prints it. Throws RangeError where the value cannot be converted to `display.as`: ask
 * isConvertible first.
 */
export function present(fact: Fact, metric: Metric | undefined, display: Display, style: PrintStyle): Printed {
  const { numbers, language } = style
  const unit = display.as ?? fact.unit
  const formatting: Formatting = {
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
    return printed(
      withComparator(single(value, formatting), formatting),
      toFixed(value, formatting.decimals),
      formatting,
    )
  }
  if (fact.absence === 'not-meaningful') return printed(numbers.notMeaningful, '', formatting)
  return fact.absence === 'range' ? printRange(fact, formatting) : printed(numbers.missing, '', formatting)
}

/** An amount that is no fact, such as the value that a line stands at, as the deck prints it: "−$50 million". */
export function printAmount(
  value: Rational,
  { unit, decimals }: { readonly unit: Unit; readonly decimals: number },
  { numbers, language }: PrintStyle,
): string {
  const number = { count: Number(toFixed(magnitude(value), decimals)), decimals }
  const { currency, lettered } = numbers
  const text = withUnit(formatDigits(value, { decimals, style: numbers }), unit, {
    currency,
    lettered,
    language,
    number,
  })
  return displayedSign(value, decimals) < 0 ? markNegative(text, numbers.negative) : text
}

/** What stands in a draft where a figure is not there yet. */
export const gapPrinted = ({ language }: Pick<PrintStyle, 'language'>): Printed => ({
  text: language.slides.gap,
  displayed: '',
  decimals: 0,
  displayUnit: '',
  form: 'value',
})
