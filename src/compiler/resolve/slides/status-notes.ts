import { convert, exponentOf } from '../../../format/units.ts'
import { fill } from '../../../language/fill.ts'
import type { FactWords } from '../../../language/language.ts'
import type { FigureUse } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Figure } from '../../../model/figure.ts'
import { compare, parseDecimal, powerOfTen, round } from '../../../model/rational.ts'
import { corrects, type Erratum } from '../../../model/ties.ts'
import type { PrintedFigure } from '../placeholders/figure-uses.ts'

/** Looks a fact up by its id. */
export type FindFact = (id: string) => Fact | undefined

/** Documents of a fact and of what it was computed from, in order. */
export function documentsOf(fact: Fact, find: FindFact): readonly string[] {
  const own = fact.sources.map(({ document }) => document)
  if (own.length > 0) return own
  return fact.inputs.flatMap((id) => {
    const input = find(id)
    return input ? documentsOf(input, find) : []
  })
}

/** What the notes of one slide are made from. */
export interface NoteSources {
  readonly find: FindFact
  readonly words: FactWords
  /** Of this slide. */
  readonly errata: readonly Erratum[]
  /** Of the deck, when the errata were printed. */
  readonly year: string
  /** Between the entries of a list. */
  readonly separator: string
}

/** The note on a number that was printed wrong, with what was printed, or that replaces what was published before. */
export type StatusNote =
  | { readonly status: 'corrected'; readonly printed: readonly string[] }
  | { readonly status: 'restated'; readonly text: string }

/** What a reader learns of a number that no source gives as such. */
export interface DerivedNote {
  readonly kind: 'derived' | 'range'
  readonly text: string
}

/** What of a fact's inputs, however deep, or of itself where it has none, gives an answer first. */
function firstOf<T>(fact: Fact, find: FindFact, answer: (fact: Fact) => T | undefined): T | undefined {
  for (const id of fact.inputs) {
    const input = find(id)
    const found = input && firstOf(input, find, answer)
    if (found !== undefined) return found
  }
  return fact.inputs.length > 0 ? undefined : answer(fact)
}

/** A coarser statement of a source, rounded as the slide prints it, says what the slide says, and no less exactly. */
function isSaidBy({ value, ulp, unit }: Figure, use: FigureUse): boolean {
  const printed = parseDecimal(use.displayed)
  if (!printed || value === null) return false
  const shown = { ...unit, exponent: exponentOf(use.displayUnit) }
  const isFineEnough = compare(convert(ulp, unit, shown), powerOfTen(-use.decimals)) <= 0
  return isFineEnough && compare(round(convert(value, unit, shown), use.decimals), printed.value) === 0
}

/** Whether a source prints the very digits that a slide prints of a number that is otherwise derived. */
export const isStated = ({ fact, use }: PrintedFigure): boolean =>
  fact.stated?.some((figure) => isSaidBy(figure, use)) ?? false

/**
 * What a reader learns of a figure that no source gives as such; undefined where no note is needed, as where a source prints
 * the very digits. What was computed from such a figure takes its note.
 */
export function derivedNote(figure: PrintedFigure, { find, words }: NoteSources): DerivedNote | undefined {
  if (isStated(figure)) return undefined
  return firstOf(figure.fact, find, ({ status, scenario, formula = '' }) => {
    if (status === 'derived')
      return { kind: status, text: formula === '' ? words.derived : fill(words.derivedFrom, { formula }) }
    // a target that is a range prints as one
    const isRange = status === 'range' && scenario === 'actual' && formula !== ''
    return isRange ? { kind: status, text: fill(words.rangeFrom, { formula }) } : undefined
  })
}

const sentence = (text: string): string => text.replace(/[.。]$/u, '')

/**
 * The note on a number that the errata correct on this slide, or that is restated, or computed from one that is;
 * undefined for all others. Its card says how a corrected number was derived.
 */
export function statusNote({ fact }: PrintedFigure, { find, words, errata }: NoteSources): StatusNote | undefined {
  const found = errata.filter((erratum) => erratum.fact === fact.id && corrects(erratum))
  if (found.length > 0) return { status: 'corrected', printed: found.map(({ printed }) => printed) }
  const restated = firstOf(fact, find, ({ status, note = '' }) => {
    if (status !== 'restated') return undefined
    return note === '' ? words.restated : fill(words.restatedAs, { note: sentence(note) })
  })
  return restated === undefined ? undefined : { status: 'restated', text: restated }
}
