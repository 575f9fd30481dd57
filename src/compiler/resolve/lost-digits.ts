import { losesDigits } from '../../format/numbers/decimals.ts'
import { present } from '../../format/present.ts'
import { formatUnit } from '../../format/units.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Diagnostic, Report } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import type { Printed } from '../../model/fact-book.ts'
import type { Metric } from '../../model/figure.ts'
import { type Rational, sign, toExactText, toFixed } from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import type { Unit } from '../../model/unit.ts'
import { lostDigits } from '../diagnostics/visuals.ts'

const mostDecimals = 9

interface Shown {
  readonly fact: Fact
  readonly printed: Pick<Printed, 'text' | 'displayed'>
  readonly place: Place
}

/** Reports a number that is printed as zero, and is not. */
export function reportLostDigits({ fact, printed, place }: Shown, { report }: { readonly report: Report }): void {
  if (losesDigits(fact, printed.displayed))
    report(lostDigits(printed.text, { fact: fact.id, value: exactText(fact), place }))
}

function exactText({ value, low, high, unit }: Fact): string {
  const digits = value ? digitsOf(value) : [low, high].map((end) => (end ? digitsOf(end) : '')).join('..')
  return `${digits} ${formatUnit(unit)}`
}

/** All digits or, where they never end, the first two that say something: 0.033 for a thirtieth. */
function digitsOf(value: Rational): string {
  const exact = toExactText(value)
  if (!exact.includes('/')) return exact
  let decimals = 1
  while (decimals < mostDecimals && !/[1-9]/.test(toFixed(value, decimals))) decimals++
  return toFixed(value, decimals + 1)
}

/** Reports a number that no fact holds, such as a part of a chart's own sum, where none of its digits is printed. */
export function reportLostValue(
  value: Rational,
  { text, unit, name, place }: { text: string; unit: Unit; name: string; place: Place },
  { report }: { readonly report: Report },
): void {
  if (sign(value) === 0 || /[1-9]/.test(text)) return
  report(lostDigits(text, { fact: name, value: `${digitsOf(value)} ${formatUnit(unit)}`, place }))
}

/**
 * A number on a card or a tooltip, where nobody chooses its decimals: as its metric says, which may lose all digits and
 * is then a mistake there; else with as many decimals as show one.
 */
export function presentOnCard(
  fact: Fact,
  { metrics, config }: Pick<DeckData, 'metrics' | 'config'>,
): { readonly text: string; readonly mistakes: readonly Diagnostic[] } {
  const metric = metrics.get(fact.metric)
  const { text, displayed } = present(fact, metric, {}, config)
  if (!losesDigits(fact, displayed)) return { text, mistakes: [] }
  if (metric?.decimals !== undefined && fact.kind === 'figure')
    return { text, mistakes: [lostDigits(text, { fact: fact.id, value: exactText(fact), place: metric.place })] }
  return { text: presentWithDigits(fact, metric, config).text, mistakes: [] }
}

/** A number whose decimals nobody chooses, with as many as show one digit of it. */
export function presentWithDigits(fact: Fact, metric: Metric | undefined, config: DeckData['config']): Printed {
  let printed = present(fact, metric, {}, config)
  while (losesDigits(fact, printed.displayed) && printed.decimals < mostDecimals)
    printed = present(fact, metric, { decimals: printed.decimals + 1 }, config)
  return printed
}
