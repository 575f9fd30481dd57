import { groupBy } from '../format/group-by.ts'
import type { BoundDeck, DeckData } from '../model/deck.ts'
import type { Metric } from '../model/figure.ts'
import { toExactText } from '../model/rational.ts'
import type { HeldTie, Tie, TieTerm } from '../model/ties.ts'
import type { Finding } from './finding.ts'
import { finding } from './rule.ts'

const termText = ({ metric, weight }: TieTerm): string => {
  const factor = toExactText(weight)
  return factor === '1' ? metric : factor === '-1' ? `-${metric}` : `${factor}*${metric}`
}

/** "difference gross of revenue cost": what a definition ties; nothing of a change, which rows of their own state. */
function definitionText({ id, definition, nonGaap }: Metric): readonly string[] {
  const counterpart = nonGaap ? [`non-gaap ${id} of ${nonGaap.counterpart}`] : []
  if (!definition || definition.kind === 'change') return counterpart
  const signs = definition.kind === 'sum' ? definition.signs : []
  const parts = definition.of.map((part, at) => (signs[at] === -1 ? `-${part}` : part))
  return [...counterpart, `${definition.kind} ${id} of ${parts.join(' ')}`]
}

function tieText(tie: Tie): string {
  switch (tie.kind) {
    case 'sum':
      return `total ${tie.total} of ${tie.parts.map(termText).join(' ')}`
    case 'identity':
      return `identity ${tie.right} of ${tie.left.map(termText).join(' ')}`
    case 'roll-forward':
      return `roll-forward ${tie.closing} of ${[tie.opening, ...tie.movements.map(termText)].join(' ')}`
    case 'shares':
      return `shares ${toExactText(tie.whole)} of ${tie.parts.join(' ')}`
  }
}

/**
 * Every definition and declared tie of data/metrics.yaml, one a line, as data/net.yaml holds them: "sum revenue of services
 * goods". A comparison set is held by its kind alone, since its start moves on.
 */
export function heldTies({ metrics, ties }: Pick<DeckData, 'metrics' | 'ties'>): readonly string[] {
  const definitions = [...metrics.values()].flatMap(definitionText)
  return [...new Set([...definitions, ...ties.ties.map(tieText), ...(ties.compareFrom ? ['comparison-set'] : [])])]
}

interface TieWords {
  readonly head: string
  readonly parts: readonly string[]
}

const wordsOf = (text: string): TieWords => {
  const [head = '', parts = ''] = text.split(' of ')
  return { head, parts: parts.split(' ') }
}

/** Ids of today for those that a held line was written with. */
function renamer(metrics: DeckData['metrics']): (text: string) => string {
  const today = new Map([...metrics.values()].flatMap(({ id, formerly = [] }) => formerly.map((old) => [old, id])))
  const renamed = (word: string): string =>
    word.replace(/^((?:-|[\d./-]+\*)?)(.+)$/, (_, sign: string, id: string) => sign + (today.get(id) ?? id))
  return (text) => text.split(' ').map(renamed).join(' ')
}

/**
 * Definitions and ties that stood when the net was accepted and are gone, of another kind, or without a part that they had
 * (rule N2): what they held could be wrong now without a word. One that has more parts is as good as before.
 */
export function missingTies({ data }: Pick<BoundDeck, 'data'>): readonly Finding[] {
  const held = data.net?.ties ?? []
  if (held.length === 0) return []
  const rename = renamer(data.metrics)
  const present = groupBy(heldTies(data).map(wordsOf), ({ head }) => head)
  const isThere = ({ text }: HeldTie): boolean => {
    const { head, parts } = wordsOf(rename(text))
    return (present.get(head) ?? []).some((known) => parts.every((part) => known.parts.includes(part)))
  }
  return held
    .filter((tie) => !isThere(tie))
    .map(({ text, place }) =>
      finding('N2', 'error', {
        place,
        facts: [],
        message: `missing tie "${text}": it stood when the net was accepted`,
        hint: 'Bring the definition or tie back to data/metrics.yaml; "check --accept-net" accepts that it is gone.',
      }),
    )
}
