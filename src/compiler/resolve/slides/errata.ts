import { lastMonthOf } from '../../../format/fiscal.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import { present } from '../../../format/present.ts'
import { convert, exponentOf } from '../../../format/units.ts'
import { compileDirections } from '../../../language/claims/directions.ts'
import { compileScales } from '../../../language/claims/number-phrases.ts'
import { literally } from '../../../language/claims/pattern-parts.ts'
import type { Language } from '../../../language/language.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { compare, magnitude, parseDecimal, type Rational, round, sign } from '../../../model/rational.ts'
import { corrects, type Erratum } from '../../../model/ties.ts'
import { invalidErratum, unknownErratumFact, unknownErratumSlide } from '../../diagnostics/ledger.ts'
import type { DeckContext } from '../deck-context.ts'
import type { PrintedFigure } from '../placeholders/figure-uses.ts'

/** A slide, as far as the errata can be wrong about it. */
export interface ErratumSlide {
  readonly id: string
  /** Everything that it prints, notes and charts included. */
  readonly printed: readonly PrintedFigure[]
  /** Whether nothing of it is left out because of a mistake. */
  readonly isWhole: boolean
}

interface Stated {
  readonly value: Rational // without sign
  readonly decimals: number
  /** Power of ten of the scale that follows; undefined where none does. */
  readonly exponent: number | undefined
  /** Of its sign or the parentheses around it. */
  readonly isNegative: boolean
}

/** The numbers of a text in a deck's style, e.g. "JPY1,662 million". */
function numbersIn(text: string, { data: { config } }: DeckContext): readonly Stated[] {
  const { group, decimal } = config.numbers
  const groups = group === '' ? '' : `(?:${literally(group)}\\d{3})*`
  const pattern = new RegExp(`\\d+${groups}(?:${literally(decimal)}\\d+)?`, 'gu')
  const scales = compileScales(config.language.claims)
  return [...text.matchAll(pattern)].flatMap(({ 0: digits, index }) => {
    const plain = (group === '' ? digits : digits.replaceAll(group, '')).replace(decimal, '.')
    const parsed = parseDecimal(plain)
    if (!parsed) return []
    const after = text.slice(index + digits.length).trimStart()
    const exponent = scales.find(({ pattern: scale }) => scale.test(after))?.exponent
    return [{ ...parsed, exponent, isNegative: /[(−△▲-][^\s\d]*$/u.test(text.slice(0, index)) }]
  })
}

/** Whether a text says of a change that it went the other way than its number. */
function contradicts(text: string, { fact }: PrintedFigure, stated: Stated, language: Language): boolean {
  if (!fact.value || sign(fact.value) === 0) return false
  if (stated.isNegative) return sign(fact.value) > 0
  if (fact.kind !== 'growth' && fact.kind !== 'difference') return false
  const { up, down } = compileDirections(language.claims)
  const [isUp, isDown] = [up.test(text), down.test(text)]
  return isUp !== isDown && isUp === sign(fact.value) < 0
}

/** Whether one of the numbers is the figure: the digits that a slide prints, or its value at the precision of the text. */
function isRight(text: string, figure: PrintedFigure, context: DeckContext): boolean {
  const { fact, use } = figure
  return numbersIn(text, context).some((stated) => {
    if (contradicts(text, figure, stated, context.data.config.language)) return false
    const scales = stated.exponent === undefined ? [fact.unit.exponent, exponentOf(use.displayUnit)] : [stated.exponent]
    const ends = fact.value ? [fact.value] : [fact.low, fact.high]
    return scales.some((exponent) =>
      ends.some((end) => {
        if (!end) return false
        const value = convert(magnitude(end), fact.unit, { ...fact.unit, exponent })
        return compare(round(value, stated.decimals), stated.value) === 0
      }),
    )
  })
}

/** What is wrong with the entries of data/errata.csv: each names a slide, a fact that this prints, and what it prints. */
export function errataFindings(slides: readonly ErratumSlide[], context: DeckContext): readonly Diagnostic[] {
  const byId = new Map(slides.map((slide) => [slide.id, slide]))
  return context.data.errata.flatMap((erratum): readonly Diagnostic[] => {
    const slide = byId.get(erratum.slide)
    if (!slide) return [unknownErratumSlide(erratum.slide, byId.keys(), erratum.place)]
    return erratum.fact === undefined || !slide.isWhole ? [] : factFindings(erratum, erratum.fact, slide, context)
  })
}

/** What an edition before the last roll printed is no longer on its slide: an old figure, or a target for a time that is over. */
function isOfOldDeck(fact: string, { data: { config } }: DeckContext): boolean {
  const [, label = '', scenario] = /@([^#,)]+)(#)?/.exec(fact) ?? []
  const period = parsePeriod(label, config.calendar)
  const { rolledFrom, reportingPeriod } = config
  if (period === undefined || rolledFrom === undefined) return false
  return lastMonthOf(period) <= lastMonthOf(scenario === undefined ? rolledFrom.period : reportingPeriod)
}

function factFindings(
  erratum: Erratum,
  fact: string,
  { id, printed }: ErratumSlide,
  context: DeckContext,
): readonly Diagnostic[] {
  const { right, factPlace, rightPlace } = erratum
  const figures = printed.filter((figure) => figure.fact.id === fact)
  const [first] = figures
  if (!first) {
    if (isOfOldDeck(fact, context)) return []
    const known = new Set(printed.map((figure) => figure.fact.id))
    return [unknownErratumFact(fact, { slide: id, known, place: factPlace })]
  }
  if (!corrects(erratum) || figures.some((figure) => isRight(right, figure, context))) return []
  const { metrics, config } = context.data
  const { text } = present(first.fact, metrics.get(first.fact.metric), {}, config)
  return [invalidErratum(right, { fact, text, place: rightPlace })]
}
