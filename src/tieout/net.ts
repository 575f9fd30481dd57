import { textsIn } from '../model/content.ts'
import type { BoundDeck, Slide } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import { onceByKey } from '../model/memory.ts'
import { compare, divide, type Rational, rational, toFixed } from '../model/rational.ts'
import type { Finding } from './finding.ts'
import { finding } from './rule.ts'

/** How a printed figure is held: by others that must agree with it, by its source alone, or by nothing. */
export type Hold = 'tied' | 'source-only' | 'untied'

export interface NetFigure {
  readonly fact: string
  readonly hold: Hold
  /** How many other figures of the data it is tied to; of a computed one, its inputs. */
  readonly others: number
}

/** The net under the printed figures of the public edition; speaker notes and hidden slides are not in it. */
export interface Net {
  readonly figures: readonly NetFigure[]
  readonly counts: Readonly<Record<Hold, number>>
}

/** Facts that a reader of the public edition sees, the same in both editions. */
function printedFacts(slides: readonly Slide[]): ReadonlySet<string> {
  const shown = slides.filter(({ hidden }) => !hidden)
  return new Set(
    shown.flatMap(({ uses, notes }) => {
      const inNotes = new Set(
        textsIn(notes).flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'figure' ? [run.use] : []))),
      )
      return uses.flatMap(({ fact, key, displayed }) => (displayed === '' || inNotes.has(key) ? [] : [fact]))
    }),
  )
}

/** That a year is no smaller than its quarter (F4b) leaves too much open to hold anything. */
const isTie = ({ rule, verdict }: Finding): boolean =>
  /^[FC]\d$/.test(rule) && (verdict === 'ticked' || verdict === 'rounding')

/**
 * The other figures that each stored figure is tied to, by footing and change rules. A row in which any member was computed,
 * or derived from others, ties none of them: it could not fail.
 */
function partners(
  findings: readonly Finding[],
  { asked, stored }: { readonly asked: ReadonlySet<string>; readonly stored: ReadonlySet<string> },
): ReadonlyMap<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const row of findings) {
    if (!isTie(row) || !row.facts.some((fact) => asked.has(fact))) continue
    const facts = new Set(row.facts)
    if (facts.size < 2 || !row.facts.every((fact) => stored.has(fact))) continue
    for (const fact of facts) {
      if (!asked.has(fact)) continue
      const others = found.get(fact) ?? new Set()
      for (const other of facts) if (other !== fact) others.add(other)
      found.set(fact, others)
    }
  }
  return found
}

/** Facts and all that they are computed from. */
function withInputs(ids: ReadonlySet<string>, { facts }: BoundDeck): ReadonlySet<string> {
  const all = new Set(ids)
  for (const id of all) for (const input of facts.get(id)?.inputs ?? []) all.add(input) // a set goes on to what is added
  return all
}

const weakest: readonly Hold[] = ['untied', 'source-only']

/** How every printed figure of a deck is held. `stored` are the facts that its data state as published. */
export function netOf(deck: BoundDeck, stored: ReadonlySet<string>, findings: readonly Finding[]): Net {
  const printed = printedFacts(deck.slides)
  const tied = partners(findings, { asked: withInputs(printed, deck), stored })
  const holdOf: (fact: Fact) => NetFigure = onceByKey(
    (fact: Fact): NetFigure => {
      const others = tied.get(fact.id)?.size ?? 0
      if (others > 0) return { fact: fact.id, hold: 'tied', others }
      if (fact.inputs.length === 0)
        return { fact: fact.id, hold: fact.sources.length > 0 ? 'source-only' : 'untied', others: 0 }
      const holds: readonly Hold[] = fact.inputs.map((id) => {
        const input = deck.facts.get(id)
        return input ? holdOf(input).hold : 'untied'
      })
      const hold: Hold = weakest.find((weak) => holds.includes(weak)) ?? 'tied'
      return { fact: fact.id, hold, others: fact.inputs.length }
    },
    { key: ({ id }) => id, inCircle: ({ id }) => ({ fact: id, hold: 'untied', others: 0 }) },
  )
  const figures = [...printed].flatMap((id) => {
    const fact = deck.facts.get(id)
    return fact ? [holdOf(fact)] : []
  })
  const counts = { tied: 0, 'source-only': 0, untied: 0 }
  for (const { hold } of figures) counts[hold] += 1
  return { figures, counts }
}

/** Per cent of the printed figures that are tied, in full hundredths: never more than there are. */
export function tiedShare({ figures, counts }: Net): Rational {
  if (figures.length === 0) return rational(100n)
  const hundredths = (BigInt(counts.tied) * 10000n) / BigInt(figures.length)
  return divide(rational(hundredths), rational(100n))
}

/** "71.25", as data/net.yaml holds it. */
export const shareText = (share: Rational): string => toFixed(share, 2)

/** Whether as many printed figures are tied as data/net.yaml demands (rule N2); nothing without the file. */
export function netFindings(net: Net, { data }: Pick<BoundDeck, 'data'>): readonly Finding[] {
  const floor = data.net?.tiedShare
  if (!floor || !data.net) return []
  const share = tiedShare(net)
  const { place } = data.net
  const { counts, figures } = net
  const arithmetic = `${counts.tied} / ${figures.length} = ${shareText(share)}%`
  const about = { place, facts: [], arithmetic }
  if (compare(share, floor) >= 0)
    return [
      finding('N2', 'ticked', { ...about, message: `${counts.tied} of ${figures.length} printed figures are tied` }),
    ]
  return [
    finding('N2', 'error', {
      ...about,
      message: `missing ties: ${shareText(share)}% of the printed figures are tied to others, ${shareText(floor)}% were`,
      hint: 'Bring back the ties, definitions or figures that were taken out; "check --accept-net" accepts what is left.',
    }),
  ]
}
