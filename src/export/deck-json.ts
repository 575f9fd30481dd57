import type { Deck, Slide } from '../model/deck.ts'
import type { FactDetails } from '../model/fact.ts'
import { withTicks } from '../model/page-data.ts'
import { deckJsonVersion } from './deck-schema.ts'

interface DeckJsonOptions {
  /** Only this slide, with the facts that it shows. */
  readonly slide?: string
  /** Whether it says where everything was written. */
  readonly places?: boolean
  /** What the tie-out ticked, by fact. */
  readonly ticks?: ReadonlyMap<string, readonly string[]>
}

/** The deck as plain JSON of schemas/deck-content.schema.json. Throws RangeError for a slide that there is not. */
export function deckAsJson(deck: Deck, { slide, places = false, ticks }: DeckJsonOptions = {}): unknown {
  const shown = slide === undefined ? deck : onlySlide(deck, slide)
  const slides = shown.slides.map(withoutOwn)
  const whole = { version: deckJsonVersion, ...shown, slides, facts: withTicks(shown.facts, ticks) }
  return places ? whole : withoutPlaces(whole)
}

function onlySlide(deck: Deck, id: string): Deck {
  const slides = deck.slides.filter((slide) => slide.id === id)
  if (slides.length === 0) throw new RangeError(`unknown slide "${id}"`)
  const facts: Record<string, FactDetails> = {}
  const add = (fact: string): void => {
    const details = deck.facts[fact]
    if (!details || facts[fact]) return
    facts[fact] = details
    for (const input of details.inputs ?? []) add(input)
  }
  for (const { fact } of slides.flatMap(({ uses }) => uses)) add(fact)
  return { ...deck, slides, facts }
}

/** A slide without what only the engine has a use for: values of its templates, words that the tie-out reads, padding of the page. */
function withoutOwn({ layoutValues, ...slide }: Slide): unknown {
  const visuals = slide.visuals.map((visual): unknown => {
    if (visual.kind === 'tiles') return visual
    if (visual.kind === 'chart') {
      const { texts, bases, ...chart } = visual
      return chart
    }
    const rows = visual.table.rows.map((row) => ({ ...row, cells: row.cells.map(({ pad, missing, ...cell }) => cell) }))
    return { ...visual, table: { ...visual.table, rows } }
  })
  return { ...slide, visuals }
}

const placeKeys: ReadonlySet<string> = new Set(['place', 'notePlace'])

/** A field of the author's may be called "place" as well. */
const isPlace = (key: string, value: unknown): boolean =>
  placeKeys.has(key) && typeof value === 'object' && value !== null && 'path' in value && 'line' in value

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (isPlace(key, inner) ? [] : [[key, withoutPlaces(inner)]])),
  )
}
