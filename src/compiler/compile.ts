import { lastMonthOf } from '../format/fiscal.ts'
import type { Deck, DeckData, Evidence } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Fact } from '../model/fact.ts'
import type { FactBook } from '../model/fact-book.ts'
import type { SourceFile, TextFile } from '../model/source-file.ts'
import { breaking, dropFollowUps, subjectsOfFile } from './diagnostics/follow-ups.ts'
import type { CompileOptions } from './options.ts'
import { parseCsv } from './parse/data/csv.ts'
import { parseData } from './parse/data/deck-data.ts'
import { figureContext } from './parse/data/figure-context.ts'
import { createParseMemory, type ParsedFiles, type ParseMemory, parseFiles, startParsing } from './parse/deck-files.ts'
import { type ImportReading, readImport } from './parse/imports/import-block.ts'
import { type ImportBook, parseImports } from './parse/imports/import-settings.ts'
import { roomOf, type Templates } from './parse/templates/layouts.ts'
import { factBook } from './resolve/facts/book.ts'
import { isExpected } from './resolve/facts/facts-expected.ts'
import { hasWords } from './resolve/fit/text-height.ts'
import { createResolveMemory, type ResolveMemory, resolveDeck, startResolving } from './resolve/resolved-deck.ts'
import type { LeftOutSlide } from './resolve/shown-slides.ts'
import type { Gap } from './resolve/slides/gaps.ts'
import { brandPictures, layoutPictures, unsafeLayouts } from './resolve/slides/layout-pictures.ts'

/** What a compilation keeps for the next one. Holds no more than one deck. */
export interface CompileMemory {
  readonly parse: ParseMemory
  readonly resolve: ResolveMemory
}

export const createCompileMemory = (): CompileMemory => ({
  parse: createParseMemory(),
  resolve: createResolveMemory(),
})

export interface Compilation {
  /** The deck as plain JSON. Undefined whenever a diagnostic is an error: never half a deck. */
  readonly deck: Deck | undefined
  /** The exact numbers behind it, for the tie-out. */
  readonly evidence: Evidence | undefined
  /** The data, where they were read: there also while slides have mistakes. */
  readonly data: DeckData | undefined
  /** How many slides of the edition have speaker notes in their files. */
  readonly slidesWithNotes: number
  /** Figures that slides ask for and the data do not have, dashes of tables among them. Only a draft asks on behind one. */
  readonly gaps: () => readonly Gap[]
  /** Every fact that was asked for, those that are missing among them. */
  readonly asked: () => ReadonlyMap<string, Fact>
  /** Slides that `when` leaves out of this reporting period. */
  readonly leftOut: readonly LeftOutSlide[]
  /** Layouts and partials, which the page is rendered with. */
  readonly templates: Templates
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Files to deck: no disk, no clock, no printing, no throw for an author's mistake. An error means no deck. `memory` is
 * kept by the caller, so that the next compilation makes only what changed.
 */
export function compile(
  files: readonly SourceFile[],
  { memory = createCompileMemory(), ...options }: CompileOptions & { readonly memory?: CompileMemory },
): Compilation {
  startParsing(memory.parse)
  startResolving(memory.resolve)
  const { value, diagnostics: ofParsing } = parseFiles(files, memory.parse, options)
  const parsed = hostedAt(value, options)
  const { resolved, gaps, asked, leftOut, diagnostics: ofResolving } = resolveDeck(parsed, options, memory.resolve)
  const unread = (options.unread ?? []).flatMap((finding) => breaking([finding], ...subjectsOfFile(finding.place.path)))
  const pictures = options.pictures ?? new Set<string>()
  const ofLayouts = [...layoutPictures(files, pictures), ...brandPictures(files, pictures), ...unsafeLayouts(files)]
  const diagnostics = sorted(dropFollowUps([...unread, ...ofParsing, ...ofLayouts, ...ofResolving]))
  const left = new Set(leftOut.map(({ path }) => path))
  const isSound = !diagnostics.some(({ severity }) => severity === 'error')
  return {
    deck: isSound ? resolved?.deck : undefined,
    evidence: isSound ? resolved?.evidence : undefined,
    data: parsed.data,
    slidesWithNotes: parsed.slides.filter((slide) => !left.has(slide.source.path) && hasNotes(slide, options)).length,
    gaps,
    asked,
    leftOut,
    templates: parsed.templates,
    diagnostics,
  }
}

/** The files with another address in the settings. */
function hostedAt(parsed: ParsedFiles, { address }: CompileOptions): ParsedFiles {
  if (address === undefined || !parsed.data) return parsed
  const { address: _, ...config } = parsed.data.config
  return { ...parsed, data: { ...parsed.data, config: { ...config, ...(address !== null && { address }) } } }
}

const hasNotes = ({ source }: ParsedFiles['slides'][number], { edition }: CompileOptions): boolean =>
  (source.notes?.text ?? '').trim() !== '' && (edition === 'presenter' || source.front.hidden !== true)

/** The data of a deck alone, and the book of facts over it; undefined where the data have mistakes that hide them. */
export function compileData(
  files: readonly SourceFile[],
): { readonly data: DeckData; readonly facts: FactBook; readonly diagnostics: readonly Diagnostic[] } | undefined {
  const { value: data, diagnostics } = parseData(files.filter(({ path }) => path.startsWith('data/')))
  return data && { data, facts: factBook(data), diagnostics }
}

/** The cells of a CSV file, as the compiler splits them. */
export const csvRows = (text: string): readonly (readonly string[])[] =>
  parseCsv('', text).value.rows.map((cells) => cells.map((cell) => cell.text))

/** Whether a number that is missing is still to come, rather than one that there never is. */
export const expectedGap = (fact: Fact, data: DeckData, asked: ReadonlyMap<string, Fact>): boolean =>
  isExpected(fact, { data, find: (id) => asked.get(id) })

/** A layout whose contract gives running text no box, and the slides whose text is therefore not measured. */
export interface UnmeasuredLayout {
  readonly layout: string
  readonly slides: readonly string[]
}

/** Where text of a deck may be longer than its place without a word. */
export function unmeasuredText({ slides }: Deck, { layouts }: Pick<Templates, 'layouts'>): readonly UnmeasuredLayout[] {
  const open = slides.filter(({ layout, class: classes, lead, groups }) => {
    const known = layouts.get(layout)
    return known && !roomOf(known, classes).text && (hasWords(lead) || groups.length > 0)
  })
  const names = [...new Set(open.map(({ layout }) => layout))].sort()
  return names.map((layout) => ({
    layout,
    slides: open.filter((slide) => slide.layout === layout).map(({ id }) => id),
  }))
}

/** The entries of data/import.yaml. */
export function importBooks(
  { config, metrics, scenarios }: DeckData,
  mapping: TextFile | undefined,
): readonly ImportBook[] {
  const { calendar, units } = config
  return mapping ? parseImports(mapping, { calendar, units, metrics, scenarios }).value : []
}

/** Reads a file of the finance team by its entry of data/import.yaml. */
export function importFigures(file: SourceFile, book: ImportBook, data: DeckData): ImportReading {
  const { language, reportingPeriod } = data.config
  return readImport(file, book, {
    ...figureContext(data),
    months: language.claims.months,
    until: lastMonthOf(reportingPeriod),
  })
}

export { isGap } from './diagnostics/gaps.ts'
export { placesByPeriod } from './parse/data/figure-cell.ts'
export type { ImportBook, ImportLine } from './parse/imports/import-settings.ts'
export { learnMapping } from './parse/imports/learned-mapping.ts'

/** What stands between the cells of a CSV file. */
export const csvSeparator = (text: string): string => parseCsv('', text).value.separator ?? ','

export { parseApprovals } from './parse/settings/approvals.ts'
export { parseDeckConfig } from './parse/settings/deck-config.ts'
export { oldWaivers } from './parse/settings/waivers.ts'

/** By place, and each finding once. */
function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyed = new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic]))
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, diagnostic]) => diagnostic)
}

function keyOf({ code, message, place }: Diagnostic): string {
  const digits = (value: number): string => String(value).padStart(7, '0')
  return [place.path, digits(place.line), digits(place.column), place.cell ?? '', code, message].join('\n')
}
