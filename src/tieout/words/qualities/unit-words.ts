import { exponentOf } from '../../../format/units.ts'
import { currencyCode } from '../../../language/claims/currency-names.ts'
import type { WordPatterns } from '../../../language/word-patterns.ts'
import { chartsOf, type DeckConfig, tablesOf } from '../../../model/deck.ts'
import { once } from '../../../model/memory.ts'
import type { Finding } from '../../finding.ts'
import { type CheckedSlide, finding, findingOf, type RuleContext } from '../../rule.ts'
import { allMatches } from '../matches/all-matches.ts'
import { type FigurePiece, figuresOf, type Passage, type ShownFigure } from '../passage.ts'
import { typedMeasure } from './measure-words.ts'

/** No code or mark of a currency, with a sign behind it, is longer. */
const longestMark = 8

/** What a number is printed in: the unit of its digits, and how much of it is printed with them. */
interface PrintedUnit {
  readonly kind: ShownFigure['fact']['unit']['kind']
  readonly base: string
  readonly exponent: number
  /** Whether a scale, and whether a currency or noun, is printed with the digits. */
  readonly scaled: boolean
  readonly named: boolean
}

function printedUnit({ use, fact }: ShownFigure, { scales }: WordPatterns): PrintedUnit {
  const [base = ''] = use.displayUnit.split(/[ /]/) // "JPY/month" is in JPY
  const tail = /\d([^\d]*)$/u.exec(use.text)?.[1] ?? ''
  return {
    kind: base === '%' ? 'percent' : fact.kind === 'figure' ? fact.unit.kind : base === '' ? 'points' : fact.unit.kind,
    base,
    exponent: exponentOf(use.displayUnit),
    scaled: scales.some(({ pattern }) => pattern.test(tail)),
    named: /[\p{L}\p{Sc}%]/u.test(use.text),
  }
}

/** What is typed right behind a number: its scale, then a currency or a counted noun. */
interface TypedUnit {
  readonly text: string
  readonly scaleText: string
  readonly exponent: number | undefined
  readonly currency: string | undefined
  readonly noun: string | undefined
  /** Per cent or points. */
  readonly ratio: string | undefined
}

function typedBehind(
  text: string,
  nouns: ReadonlySet<string>,
  { claims, scales, counted, percentSign, pointsSign }: WordPatterns,
): TypedUnit {
  const scale = scales.find(({ pattern }) => pattern.test(text))
  const scaleText = scale?.pattern.exec(text)?.[0] ?? ''
  const rest = text.slice(scaleText.length)
  const words = /^\s?(\p{L}+(?:\s\p{L}+)?)/u.exec(rest)?.[1] ?? ''
  const [first = '', second = ''] = words.split(/\s/)
  const currency = currencyCode(claims, words) ?? currencyCode(claims, first)
  const isNoun = (word: string): boolean => nouns.has(word.toLowerCase()) || counted.test(word)
  const counts = isNoun(first) && isNoun(second) ? second : first // "content holders"
  const ratio = scale ? undefined : (percentSign.exec(text) ?? pointsSign.exec(text))?.[0].trim()
  const noun = isNoun(first) && currency === undefined ? counts : undefined
  const named = currency !== undefined || noun !== undefined ? ` ${first}` : ''
  return { text: ratio ?? `${scaleText}${named}`.trim(), scaleText, exponent: scale?.exponent, currency, noun, ratio }
}

/** Nouns of the deck's own units, in their plain forms; the language has others. */
export const nounsOf = once(
  ({ units }: DeckConfig): ReadonlySet<string> =>
    new Set(
      [...units.values()]
        .filter(({ kind }) => kind === 'count')
        .flatMap(({ base, singular }) => [base, singular ?? base])
        .map((noun) => noun.toLowerCase()),
    ),
)

/** "602 hotels" of stores: nouns of which no kind has both. Workers are no other thing; behind a printed unit, "3 Gbps sites", only that. */
export function areOfOtherKinds(
  noun: string,
  { base, named }: Pick<PrintedUnit, 'base' | 'named'>,
  { countedKinds, counted }: WordPatterns,
): boolean {
  const [ofNoun = [], ofBase = []] = [noun, base].map((each) => countedKinds.filter((kind) => kind.test(each)))
  const isWork = (kinds: readonly RegExp[]): boolean => kinds.some((kind) => kind === countedKinds[0])
  const areKnown = ofNoun.length > 0 && ofBase.length > 0
  if (named || !areKnown) return counted.test(noun) && isWork(ofNoun) !== isWork(ofBase)
  return !ofNoun.some((kind) => ofBase.includes(kind))
}

/** "34.8 pence per share per share": words of the unit that end the number stand behind it once more. */
function repeated({ use }: ShownFigure, behind: string): string | undefined {
  const words = (/\d([^\d]*)$/u.exec(use.text)?.[1] ?? '').match(/\p{L}+/gu) ?? []
  const next = /^[ \u00a0]+(\p{L}+(?:[ \u00a0]+\p{L}+)*)/u.exec(behind)?.[1]?.split(/[ \u00a0]+/) ?? []
  const isSame = (tail: readonly string[]): boolean =>
    tail.every((word, index) => word.toLowerCase() === next[index]?.toLowerCase())
  const tails = words.map((_, index) => words.slice(index))
  return tails.find(isSame)?.join(' ')
}

function contradiction(unit: PrintedUnit, typed: TypedUnit, { deck, words }: RuleContext): string | undefined {
  const { units } = deck.config
  if (typed.ratio !== undefined) return unit.kind === 'currency' ? `it is in ${unit.base}` : undefined
  if (typed.exponent !== undefined) {
    if (unit.kind === 'percent' || unit.kind === 'points') return 'it is in per cent or points'
    if (unit.scaled) return 'its scale is printed already'
    if (unit.named && unit.exponent !== typed.exponent) return 'it is printed with another scale'
    if (unit.exponent !== typed.exponent) return `its digits are in ${unit.base} of 10^${unit.exponent}`
  }
  if (typed.currency !== undefined && (unit.kind !== 'currency' || unit.base !== typed.currency))
    return `it is in ${unit.base}`
  if (typed.noun === undefined) return undefined
  if (unit.kind === 'currency') return `it is in ${unit.base}`
  const noun = typed.noun.toLowerCase()
  const declared = [...units.values()].find(({ base, singular }) => base === noun || singular === noun)
  if (unit.kind !== 'count') return undefined
  const isAnyone = [noun, unit.base].some((each) => words.anyone.test(each))
  const isOther = declared ? declared.base !== unit.base : !isAnyone && areOfOtherKinds(noun, unit, words)
  return isOther ? `it counts ${unit.base}` : undefined
}

/** Hundredths of a currency behind a number that is not printed in them, a length of time behind so many times. */
const otherMeasure = ({ base, kind }: PrintedUnit, behind: string, { phrase }: WordPatterns): string | undefined =>
  (kind === 'currency' ? phrase('hundredths') : base === 'x' ? phrase('duration') : undefined)?.exec(behind)?.[0].trim()

/** "70 venues" of cafes: a noun that is neither the unit's own nor known to be of its kind says nothing. */
function isOwnNoun({ noun }: TypedUnit, { base }: PrintedUnit, { deck, words }: RuleContext): boolean {
  const { singular } = deck.config.units.get(base) ?? {}
  if (noun === undefined || [base, singular].includes(noun.toLowerCase())) return true
  if (words.anyone.test(noun) && words.countedKinds[0]?.test(base)) return true
  return words.countedKinds.some((kind) => kind.test(noun) && kind.test(base))
}

/** A unit that stands behind its number once more, or hundredths of a currency in which the digits are not. */
function ofRepeated(said: string | undefined, unit: PrintedUnit): string | undefined {
  if (said === undefined) return undefined
  if (unit.named) return 'it is printed already'
  return unit.kind === 'currency' && unit.exponent === -2 ? undefined : `its digits are in ${unit.base}`
}

function checkFigure({ shown, start, end }: FigurePiece, passage: Passage, context: RuleContext): Finding | undefined {
  const { words, deck } = context
  const next = passage.pieces.find((piece) => piece.start === end && piece.kind === 'text')
  const behind = next ? passage.text.slice(next.start, next.end) : ''
  const typed = typedBehind(behind, nounsOf(deck.config), words)
  const unit = printedUnit(shown, words)
  const mark = words.currencyBefore.exec(passage.text.slice(Math.max(0, start - longestMark), start))?.[0]?.trim()
  const before = mark === undefined ? undefined : currencyCode(words.claims, mark.replace(/[-−(△\s]/g, ''))
  const wrongMark =
    before !== undefined &&
    (unit.kind !== 'currency' || unit.base !== before || /\p{Sc}|[A-Z]{3}/u.test(shown.use.text))
  const measure = typedMeasure(behind.slice(typed.scaleText.length), unit, words)
  const again = measure?.text ?? repeated(shown, behind) ?? (unit.named ? undefined : otherMeasure(unit, behind, words))
  const contradicted =
    contradiction(unit, typed, context) ?? measure?.wrong ?? (measure ? undefined : ofRepeated(again, unit))
  const wrong = wrongMark ? `it is in ${unit.base}` : contradicted
  const said = wrongMark
    ? (mark ?? '')
    : measure
      ? `${typed.scaleText} ${measure.text}`.trim()
      : typed.text || (again ?? '')
  if (wrong !== undefined)
    return findingOf('S9', 'error', {
      shown,
      message: `invalid unit "${said}" beside ${shown.use.text}: ${wrong}`,
      hint: 'Let the placeholder print the unit, in the scale you mean with as="…".',
    })
  if ((said === '' && before === undefined) || (!measure && !isOwnNoun(typed, unit, context))) return undefined
  return findingOf('S9', 'ticked', {
    shown,
    message: `"${said === '' ? mark : said}" is the unit of ${shown.use.text}`,
  })
}

/** A scale, currency or counted noun that is typed beside a number is its own. */
export const unitFindings = (passage: Passage, context: RuleContext): readonly Finding[] =>
  figuresOf(passage).flatMap((figure) => checkFigure(figure, passage, context) ?? [])

interface Amount {
  readonly currency: string | undefined
  readonly exponent: number | undefined
}

/** The units that a text states without a number: "JPY million". */
function statedUnits(text: string, { claims, scales, subjects }: WordPatterns): readonly Amount[] {
  if (!subjects.anyScale.test(text)) return [] // the usual case, and much cheaper to seek than every currency
  return allMatches(text, subjects.statedUnit).map(([, before, scaleAfter, scaleBefore, after]) => ({
    currency: currencyCode(claims, before ?? after ?? ''),
    exponent: scales.find(({ pattern }) => pattern.test(scaleAfter ?? scaleBefore ?? ''))?.exponent,
  }))
}

const isSame = (a: Amount, b: Amount): boolean => a.currency === b.currency && a.exponent === b.exponent

/** A title or caption that states another unit than the one its figures are printed in. */
function checkStated(
  text: string,
  units: readonly string[],
  about: Pick<Finding, 'slide' | 'place'>,
  words: WordPatterns,
): readonly Finding[] {
  const stated = statedUnits(text, words)
  const own = units.flatMap((unit) => statedUnits(unit, words))
  const wrong = own.length > 0 && stated.find((unit) => !own.some((each) => isSame(each, unit)))
  if (!wrong) return []
  const message = `invalid unit in "${text}": the figures below are in ${units.join(', ')}`
  return [
    finding('S9', 'error', {
      ...about,
      facts: [],
      message,
      hint: 'Leave the unit out: it is printed with the table or chart.',
    }),
  ]
}

/** Titles of visuals, and the title and subtitle of the slide. */
export function statedUnitFindings({ slide, passages }: CheckedSlide, { words }: RuleContext): readonly Finding[] {
  const visuals = [
    ...chartsOf(slide).map(({ chart, place }) => ({ unit: chart.unit, text: chart.title, place })),
    ...tablesOf(slide).map(({ caption, unit, place }) => ({
      ...{ unit, place: caption?.place ?? place },
      text: (caption?.runs ?? []).map((run) => ('text' in run ? run.text : '')).join(''),
    })),
  ]
  const heads = passages.filter(({ region }) => region === 'title' || region === 'subtitle')
  const units = visuals.map(({ unit }) => unit).filter((unit) => unit !== '')
  return [
    ...visuals.flatMap(({ unit, text, place }) => checkStated(text, [unit], { slide: slide.id, place }, words)),
    ...heads
      .filter((passage) => figuresOf(passage).length === 0)
      .flatMap(({ text, place }) => checkStated(text, units, { slide: slide.id, place }, words)),
  ]
}
