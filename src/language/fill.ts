import { once } from '../model/memory.ts'

/** A counted noun by the plural categories of its language; "other" stands for those that have no form of their own. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

type Slots = Readonly<Record<string, string | number>>

/** A pattern with its `{name}` slots filled. Throws RangeError for a slot without a value: a bug in a language record. */
export function fill(pattern: string, values: Slots): string {
  const parts = partsOf(pattern)
  let text = parts[0] ?? ''
  for (let at = 1; at < parts.length; at += 2) {
    const value = values[parts[at] ?? '']
    if (value === undefined) throw new RangeError(`missing value of {${parts[at]}} in "${pattern}"`)
    text += String(value) + (parts[at + 1] ?? '')
  }
  return text
}

/** Text and names of slots by turns. Kept: a deck of some hundred slides fills the same few patterns ten thousand times. */
const partsOf = once((pattern: string): readonly string[] => pattern.split(/\{(\w+)\}/))

/** The form of a counted noun that goes with a number, with `{count}` and further slots filled. */
export function counted(tag: string, forms: PluralForms, count: number, values: Slots = {}): string {
  return fill(pluralForm(tag, forms, { count }), { count, ...values })
}

/** The form that goes with a number printed with so many decimals: in English "1 point", but "1.0 points". */
export function pluralForm(
  tag: string,
  forms: PluralForms,
  { count, decimals = 0 }: { readonly count: number; readonly decimals?: number },
): string {
  const rules = rulesOf(`${tag} ${Math.max(0, decimals)}`)
  return forms[rules.select(count)] ?? forms.other
}

const rulesOf = once((key: string): Intl.PluralRules => {
  const [tag, decimals] = key.split(' ')
  return new Intl.PluralRules(tag, { minimumFractionDigits: Number(decimals) })
})
