import type { Compilation } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import { assemble } from './assemble.ts'
import { createCompileCache, turnCache } from './cache.ts'
import { knownData, knownTemplates, proofs, slideReadings } from './inputs.ts'
import type { CompileOptions } from './options.ts'
import { renderSlides } from './render/slides.ts'
import { resolveSlides } from './resolve/slides.ts'

/** Files to deck: no disk, no clock, no printing, no throw for an author's mistake. An error means no deck. */
export function compile(files: readonly SourceFile[], options: CompileOptions): Compilation {
  const cache = options.cache ?? createCompileCache()
  turnCache(cache)
  const known = knownData(files, cache, options.languages)
  const templates = knownTemplates(files, cache)
  const readings = slideReadings(files, cache)
  const found = [...known.diagnostics, ...templates.diagnostics, ...readings.diagnostics]
  const { context } = known
  if (!context) return failed(found)
  const sources = readings.slides
  const proven = proofs(templates, context, cache)
  const resolved = resolveSlides(sources, { context, cache, edition: options.edition, layouts: templates.layouts })
  const early = [...found, ...proven, ...resolved.diagnostics]
  const rendered = renderSlides(resolved, { ...options, context, cache, templates })
  const diagnostics = withoutConsequences([...early, ...rendered.diagnostics], known.diagnostics)
  if (diagnostics.some(({ severity }) => severity === 'error')) return failed(diagnostics)
  return { ...assemble(rendered, { ...options, context, cache }), diagnostics: sorted(diagnostics) }
}

/** Figures that a mistake in the data hides are no mistakes of the slides that show them. */
function withoutConsequences(all: readonly Diagnostic[], ofData: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!ofData.some(({ severity }) => severity === 'error')) return all
  return all.filter(({ code }) => code !== 'missing-figure' && code !== 'missing-chart-figures')
}

const failed = (diagnostics: readonly Diagnostic[]): Compilation => ({
  deck: undefined,
  diagnostics: sorted(diagnostics),
  page: undefined,
})

/** By place, and each finding once. */
function sorted(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyed = new Map(diagnostics.map((diagnostic) => [keyOf(diagnostic), diagnostic]))
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, diagnostic]) => diagnostic)
}

function keyOf({ code, message, place }: Diagnostic): string {
  const digits = (value: number): string => String(value).padStart(7, '0')
  return [place.path, digits(place.line), digits(place.column), place.cell ?? '', code, message].join('\n')
}
