import { losesDigits } from '../../format/numbers/decimals.ts'
import { present } from '../../format/present.ts'
import { formatUnit } from '../../format/units.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Diagnostic, Report } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import type { Printed } from '../../model/fact-book.ts'
import { toExactText } from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import { lostDigits } from '../diagnostics/visuals.ts'

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
  const digits = value ? toExactText(value) : [low, high].map((end) => (end ? toExactText(end) : '')).join('..')
  return `${digits} ${formatUnit(unit)}`
}

const mostDecimals = 9

/**
 * A number on a card or a tooltip, where nobody chooses its decimals: as its metric says, which may lose all digits and
 * is then a mistake there; else with as many decimals as show one.
 */
export function presentOnCard(
  fact: Fact,
  { metrics, config }: Pick<DeckData, 'metrics' | 'config'>,
): { readonly text: string; readonly mistakes: readonly Diagnostic[] } {
  const metric = metrics.get(fact.metric)
  let { text, displayed, decimals } = present(fact, metric, {}, config)
  if (!losesDigits(fact, displayed)) return { text, mistakes: [] }
  if (metric?.decimals !== undefined && fact.kind === 'figure')
    return { text, mistakes: [lostDigits(text, { fact: fact.id, value: exactText(fact), place: metric.place })] }
  while (losesDigits(fact, displayed) && decimals < mostDecimals)
    ({ text, displayed, decimals } = present(fact, metric, { decimals: decimals + 1 }, config))
  return { text, mistakes: [] }
}
