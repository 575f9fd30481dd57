import type { Counted } from './counted.ts'

type Slots = Readonly<Record<string, string | number>>

/** A pattern with its `{name}` slots filled. Throws RangeError for a slot without a value: a mistake of a record. */
export function fill(pattern: string, values: Slots): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`missing value of {${name}} in "${pattern}"`)
    return String(value)
  })
}

/** The form of a counted noun that goes with a number, with `{count}` and further slots filled. */
export function counted(tag: string, forms: Counted, count: number, values: Slots = {}): string {
  return fill(pluralForm(tag, forms, { count }), { count, ...values })
}

/** The form that goes with a number printed with so many decimals: in English "1 point", but "1.0 points". */
export function pluralForm(
  tag: string,
  forms: Counted,
  { count, decimals = 0 }: { readonly count: number; readonly decimals?: number },
): string {
  const rules = new Intl.PluralRules(tag, { minimumFractionDigits: Math.max(0, decimals) })
  return forms[rules.select(count)] ?? forms.other
}
