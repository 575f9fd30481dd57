import { losesDigits } from '../../format/decimals.ts'
import { formatUnit } from '../../format/units.ts'
import type { Report } from '../../model/diagnostic.ts'
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
  if (!losesDigits(fact, printed.displayed)) return
  const { value, low, high, unit } = fact
  const digits = value ? toExactText(value) : [low, high].map((end) => (end ? toExactText(end) : '')).join('..')
  report(lostDigits(printed.text, { fact: fact.id, value: `${digits} ${formatUnit(unit)}`, place }))
}
