import { diffArrays } from 'diff'
import type { Deck, FigureUse, Slide } from '../model/deck.ts'
import { type Fact, type FactId, renamed } from '../model/fact.ts'
import { compare, type Rational } from '../model/rational.ts'
import { type Piece, wordPieces } from './pieces.ts'
import { chartWords, type SlideLine, slideLines } from './slide-lines.ts'

/** One of two decks that are compared: what a slide shows, and the exact numbers behind it. */
export interface ComparedDeck {
  readonly deck: Deck
  readonly facts: ReadonlyMap<FactId, Fact>
  /** New names of metrics by their former ones. */
  readonly names: ReadonlyMap<string, string>
  readonly waivers: readonly string[]
  /** How many printed figures are tied to others, of how many. */
  readonly tied: readonly [tied: number, printed: number]
}

/**
 * What became of a figure that both decks show: restated is an actual value that is another now; guidance a value of another
 * scenario, with the way it went; computed follows from others.
 */
export interface FigureChange {
  readonly kind: 'restated' | 'guidance' | 'computed'
  readonly fact: FactId
  readonly label: string
  readonly period: string
  readonly before: string
  readonly after: string
  readonly way?: 'raised' | 'cut' | 'moved'
  /** Slides of the new deck that print it, else of the old one. */
  readonly slides: readonly string[]
}

export interface TextChange {
  readonly where: SlideLine['where']
  readonly pieces: readonly Piece[]
}

export interface SlideChange {
  readonly slide: string
  readonly kind: 'added' | 'gone' | 'changed'
  /** Printed numbers of the slide; undefined where a deck has none. */
  readonly before?: number
  readonly after?: number
  /** Whether it stands elsewhere among the slides that both have. */
  readonly isMoved: boolean
  /** Words that differ, figures and periods aside. */
  readonly wording: readonly TextChange[]
  /** Lines that differ in their figures or periods alone. */
  readonly figures: readonly TextChange[]
  /** Charts that are other, by their id: series, kind or periods. */
  readonly charts: readonly { readonly id: string; readonly before: string; readonly after: string }[]
}

export interface Comparison {
  readonly from: string
  readonly to: string
  readonly figures: readonly FigureChange[]
  /** Figures that only one of the decks shows. */
  readonly shown: { readonly new: number; readonly gone: number }
  readonly slides: readonly SlideChange[]
  readonly sources: { readonly new: readonly string[]; readonly gone: readonly string[] }
  readonly waivers: { readonly new: readonly string[]; readonly gone: readonly string[] }
  readonly tied: { readonly before: string; readonly after: string } | undefined
}

export const isIdentical = ({ figures, shown, slides, sources, waivers, tied }: Comparison): boolean =>
  figures.length + shown.new + shown.gone + slides.length === 0 &&
  [sources, waivers].every((each) => each.new.length + each.gone.length === 0) &&
  tied === undefined

const nameOf = ({ head }: Deck): string => `${head.title}, ${head.reportingPeriod}, ${head.date}`

/** Compares two decks of one company by slide and figure. Pure. */
export function compareDecks(old: ComparedDeck, next: ComparedDeck): Comparison {
  const before = withNames(old, next.names)
  const tied = [before, next].map((each) => each.tied.join(' of '))
  return {
    from: nameOf(old.deck),
    to: nameOf(next.deck),
    ...compareFigures(before, next),
    slides: compareSlides(before.deck, next.deck),
    sources: onlyIn(
      before.deck.documents.map(({ title }) => title),
      next.deck.documents.map(({ title }) => title),
    ),
    waivers: onlyIn(before.waivers, next.waivers),
    tied: tied[0] === tied[1] ? undefined : { before: tied[0] ?? '', after: tied[1] ?? '' },
  }
}

const onlyIn = (before: readonly string[], after: readonly string[]) => ({
  new: after.filter((each) => !before.includes(each)),
  gone: before.filter((each) => !after.includes(each)),
})

/** A deck with other names of its metrics, so that one that was renamed is followed. */
function withNames(old: ComparedDeck, names: ReadonlyMap<string, string>): ComparedDeck {
  if (names.size === 0) return old
  const rename = (id: FactId): FactId => renamed(id, (metric) => names.get(metric) ?? metric)
  const facts = new Map([...old.facts].map(([id, fact]) => [rename(id), fact]))
  const details = Object.fromEntries(Object.entries(old.deck.facts).map(([id, each]) => [rename(id), each]))
  const slides = old.deck.slides.map(
    (slide): Slide => ({ ...slide, uses: slide.uses.map((use): FigureUse => ({ ...use, fact: rename(use.fact) })) }),
  )
  return { ...old, facts, deck: { ...old.deck, slides, facts: details } }
}

const usesOf = ({ slides }: Deck): ReadonlyMap<FactId, readonly string[]> => {
  const found = new Map<FactId, string[]>()
  for (const { id, uses } of slides)
    for (const { fact } of uses) {
      const list = found.get(fact)
      if (!list) found.set(fact, [id])
      else if (list.at(-1) !== id) list.push(id)
    }
  return found
}

function compareFigures(old: ComparedDeck, next: ComparedDeck): Pick<Comparison, 'figures' | 'shown'> {
  const [before, after] = [usesOf(old.deck), usesOf(next.deck)]
  const known = [...Object.keys(next.deck.facts)].filter((id) => old.deck.facts[id] !== undefined)
  const changed = known.flatMap((id): readonly FigureChange[] => {
    const [was, is] = [old.facts.get(id), next.facts.get(id)]
    const [had, has] = [old.deck.facts[id], next.deck.facts[id]]
    if (!was || !is || !had || !has || isSameValue(was, is)) return []
    const way = wayOf(was, is)
    return [
      {
        kind: kindOf(is),
        fact: id,
        label: has.metric,
        period: has.period,
        before: had.value,
        after: has.value,
        ...(kindOf(is) === 'guidance' && way && { way }),
        slides: after.get(id) ?? before.get(id) ?? [],
      },
    ]
  })
  const order: readonly FigureChange['kind'][] = ['restated', 'guidance', 'computed']
  return {
    figures: order.flatMap((kind) => changed.filter((change) => change.kind === kind)),
    shown: {
      new: [...after.keys()].filter((id) => !before.has(id)).length,
      gone: [...before.keys()].filter((id) => !after.has(id)).length,
    },
  }
}

const isSame = (a: Rational | null, b: Rational | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0

const isSameValue = (a: Fact, b: Fact): boolean =>
  isSame(a.value, b.value) && isSame(a.low, b.low) && isSame(a.high, b.high) && a.unit.base === b.unit.base

function kindOf({ kind, scenario, status }: Fact): FigureChange['kind'] {
  if (kind !== 'figure' || status === 'computed') return 'computed'
  if (scenario !== 'actual') return 'guidance'
  return 'restated'
}

/** The way of a value or of both ends of a range. */
function wayOf(before: Fact, after: Fact): FigureChange['way'] {
  const ends = (fact: Fact): readonly (Rational | null)[] => [fact.low ?? fact.value, fact.high ?? fact.value]
  const [from, to] = [ends(before), ends(after)]
  const steps = from.map((end, index) => {
    const other = to[index]
    return end && other ? Math.sign(compare(other, end)) : Number.NaN
  })
  if (steps.some(Number.isNaN)) return undefined
  if (steps.every((step) => step >= 0)) return 'raised'
  return steps.every((step) => step <= 0) ? 'cut' : 'moved'
}

function compareSlides(old: Deck, next: Deck): readonly SlideChange[] {
  const before = new Map(old.slides.map((slide) => [slide.id, slide]))
  const after = new Map(next.slides.map((slide) => [slide.id, slide]))
  const moved = movedSlides(
    old.slides.flatMap(({ id }) => (after.has(id) ? [id] : [])),
    next.slides.flatMap(({ id }) => (before.has(id) ? [id] : [])),
  )
  const nothing = { isMoved: false, wording: [], figures: [], charts: [] }
  const changed = next.slides.flatMap((slide): readonly SlideChange[] => {
    const was = before.get(slide.id)
    if (!was) return [{ slide: slide.id, kind: 'added', after: slide.number, ...nothing }]
    const change: SlideChange = {
      slide: slide.id,
      kind: 'changed',
      before: was.number,
      after: slide.number,
      isMoved: moved.has(slide.id),
      ...compareTexts(slideLines(was), slideLines(slide)),
      charts: compareCharts(was, slide),
    }
    const { isMoved, wording, figures, charts } = change
    return isMoved || wording.length + figures.length + charts.length > 0 ? [change] : []
  })
  const gone = old.slides.filter(({ id }) => !after.has(id))
  return [
    ...changed,
    ...gone.map((slide): SlideChange => ({ slide: slide.id, kind: 'gone', before: slide.number, ...nothing })),
  ]
}

/** Slides of both decks that do not keep their order, as few as there may be. */
function movedSlides(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const parts = diffArrays([...before], [...after])
  return new Set(parts.flatMap(({ added, value }) => (added ? value : [])))
}

function compareTexts(
  before: readonly SlideLine[],
  after: readonly SlideLine[],
): Pick<SlideChange, 'wording' | 'figures'> {
  const wording: TextChange[] = []
  const figures: TextChange[] = []
  for (const where of [...new Set([...before, ...after].map((line) => line.where))]) {
    const [had, has] = [before, after].map((lines) => lines.filter((line) => line.where === where))
    const parts = diffArrays([...(had ?? [])], [...(has ?? [])], { comparator: (a, b) => a.words === b.words })
    let [at, now] = [0, 0]
    for (const [index, { added, removed, value }] of parts.entries()) {
      const next = parts[index + 1]
      if (!added && !removed)
        for (let step = 0; step < value.length; step++) {
          const [was, is] = [had?.[at++], has?.[now++]]
          if (was && is && was.text !== is.text) figures.push({ where, pieces: wordPieces(was.text, is.text) })
        }
      else if (removed && next?.added) {
        // lines that took the place of others, each beside its own
        for (let step = 0; step < Math.max(value.length, next.value.length); step++)
          wording.push({ where, pieces: wordPieces(value[step]?.text ?? '', next.value[step]?.text ?? '') })
        at += value.length
      } else if (removed) {
        wording.push(...value.map(({ text }) => ({ where, pieces: wordPieces(text, '') })))
        at += value.length
      } else {
        if (!parts[index - 1]?.removed)
          wording.push(...value.map(({ text }) => ({ where, pieces: wordPieces('', text) })))
        now += value.length
      }
    }
  }
  return { wording, figures }
}

function compareCharts(was: Slide, is: Slide): SlideChange['charts'] {
  const [before, after] = [chartWords(was), chartWords(is)]
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  return ids.flatMap((id) => {
    const [had, has] = [before.get(id) ?? '', after.get(id) ?? '']
    return had === has ? [] : [{ id, before: had, after: has }]
  })
}
