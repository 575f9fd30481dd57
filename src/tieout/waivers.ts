import { present } from '../format/present.ts'
import { didYouMean } from '../format/suggest.ts'
import { formatUnit } from '../format/units.ts'
import type { BoundDeck } from '../model/deck.ts'
import { once } from '../model/memory.ts'
import type { Waiver } from '../model/ties.ts'
import { plainAmount } from './arithmetic/amount.ts'
import { openLedger } from './arithmetic/data-ledger.ts'
import type { FigureStatement } from './arithmetic/figure-statement.ts'
import { type Finding, isOpen } from './finding.ts'
import { finding } from './rule.ts'

/** By what a waiver is pinned to a finding: its fact or its text, and what is printed there. */
export interface WaiverTarget {
  readonly fact?: string
  readonly text?: string
  readonly printed: string
  readonly slide: string | undefined
}

const printedTexts = once(
  ({ slides }: Pick<BoundDeck, 'slides'>): ReadonlyMap<string, string> =>
    new Map(slides.flatMap(({ uses }) => uses.map(({ key, text }): [string, string] => [key, text]))),
)

const statedTexts = once((data: BoundDeck['data']): ReadonlyMap<string, FigureStatement> => {
  const byFact = new Map<string, FigureStatement>()
  for (const statement of openLedger(data).statements)
    if (!byFact.has(statement.fact)) byFact.set(statement.fact, statement)
  return byFact
})

/** A fact as it is printed by default, or as the data state it where no slide shows it. */
function factText(id: string, deck: BoundDeck): string {
  const fact = deck.facts.get(id)
  if (fact) return present(fact, deck.data.metrics.get(fact.metric), {}, deck.config).text
  const stated = statedTexts(deck.data).get(id)
  return stated ? `${plainAmount(stated.value)} ${formatUnit(stated.unit)}` : id
}

/** What stands in quotes in a message, else all of it: the words that a finding without a figure is about. */
const quotedIn = (message: string): string => /["“]([^"”]+)["”]/.exec(message)?.[1] ?? message

/** How a waiver names a finding. */
export function targetOf(found: Finding, deck: BoundDeck): WaiverTarget {
  const { facts, use, message, slide } = found
  const [fact] = facts
  if (fact === undefined) return { text: quotedIn(message), printed: quotedIn(message), slide }
  const printed = (use === undefined ? undefined : printedTexts(deck).get(use)) ?? factText(fact, deck)
  return { fact, printed, slide }
}

/** Whether a waiver names a finding, whatever is printed there now. */
function names({ fact, text, slide }: Waiver, target: WaiverTarget): boolean {
  const isNamed = fact === undefined ? text === target.text : fact === target.fact
  return isNamed && (slide === undefined || slide === target.slide)
}

const unused = ({ place }: Waiver, message: string, hint: string): Finding =>
  finding('W1', 'warning', { place, facts: [], message, hint })

/** Why a waiver cannot hold on the deck's day; undefined when it can. */
function datesFault(waiver: Waiver, { config }: BoundDeck): Finding | undefined {
  const { when, until, rule } = waiver
  if (when > config.date)
    return unused(
      waiver,
      `invalid date ${when} of the waiver of ${rule}: the deck speaks from ${config.date}`,
      'A waiver is given by the day of the deck; there is no later one in it.',
    )
  if (until === undefined || until >= config.date) return undefined
  return unused(
    waiver,
    `invalid waiver of ${rule}: it lapsed on ${until}`,
    'Fix the finding, or accept it anew with a later "until".',
  )
}

interface Candidate {
  readonly found: Finding
  readonly target: WaiverTarget
}

/** The findings that a waiver excuses: of a text one, of a fact those of its one slide, as long as the same is printed; else why none. */
function excused(waiver: Waiver, candidates: readonly Candidate[], deck: BoundDeck): readonly Finding[] | Finding {
  const fault = datesFault(waiver, deck)
  if (fault) return fault
  const named = candidates.filter(({ target }) => names(waiver, target))
  const same = named.filter(({ target }) => target.printed === waiver.printed)
  const { rule, fact, text } = waiver
  const name = fact ?? text ?? ''
  const [first] = same
  if (!first) {
    const [now] = named
    const near = candidates.map(({ target }) => target.fact ?? target.text ?? '')
    return now
      ? unused(
          waiver,
          `invalid waiver of ${rule} at ${name}: "${waiver.printed}" was accepted, "${now.target.printed}" is printed now`,
          'Fix the finding, or accept it anew as it is printed.',
        )
      : unused(
          waiver,
          `unknown finding waived: rule ${rule} at ${name} has none`,
          `${didYouMean(name, near)}Remove the waiver when its finding has been fixed.`,
        )
  }
  if (new Set(same.map(({ target }) => target.slide)).size > 1)
    return unused(
      waiver,
      `ambiguous waiver of ${rule} at ${name}: it stands on several slides`,
      'Say which one with "slide".',
    )
  return text === undefined ? same.map(({ found }) => found) : [first.found]
}

/** Marks what is waived; a waiver that has no finding, has lapsed, or whose number is another now, is a finding itself (W1). */
export function applyWaivers(findings: readonly Finding[], deck: BoundDeck): readonly Finding[] {
  const { waivers } = deck.data
  if (waivers.length === 0) return findings
  const rules = new Set<string>(waivers.map(({ rule }) => rule))
  const open = findings.filter((found) => isOpen(found) && rules.has(found.rule))
  const candidates = open.map((found): Candidate => ({ found, target: targetOf(found, deck) }))
  const taken = new Map<Finding, Waiver>()
  const faults: Finding[] = []
  for (const waiver of waivers) {
    const free = candidates.filter(({ found }) => found.rule === waiver.rule && !taken.has(found))
    const outcome = excused(waiver, free, deck)
    if ('rule' in outcome) faults.push(outcome)
    else for (const found of outcome) taken.set(found, waiver)
  }
  const marked = findings.map((found): Finding => {
    const waiver = taken.get(found)
    return waiver ? { ...found, verdict: 'waived', waiver } : found
  })
  return [...marked, ...faults]
}
