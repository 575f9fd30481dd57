import type { DeckPart, Diagnostic } from '../../model/diagnostic.ts'

/** A finding about something that was not found: dropped where that exists and is broken. */
export const missing = (kind: DeckPart['kind'], name: string | undefined, diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  misses: [...(diagnostic.misses ?? []), name === undefined ? { kind } : { kind, name }],
})

/** A finding about a chart as a whole: dropped while something in the chart has a mistake of its own. */
export const ofWholeChart = (diagnostic: Diagnostic): Diagnostic => missing('chart', undefined, diagnostic)

const isOfWholeChart = ({ misses = [] }: Diagnostic): boolean => misses.some(({ kind }) => kind === 'chart')

/** The findings of one chart: those about the whole only where its parts are sound. */
export function chartFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const hasCause = diagnostics.some((finding) => finding.severity === 'error' && !isOfWholeChart(finding))
  return hasCause ? diagnostics.filter((finding) => !isOfWholeChart(finding)) : diagnostics
}

/** Notes on each error what it makes unusable in the deck. Warnings leave everything usable. */
export function breaking(diagnostics: readonly Diagnostic[], ...subjects: readonly DeckPart[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === 'error'
      ? { ...diagnostic, breaks: [...(diagnostic.breaks ?? []), ...subjects] }
      : diagnostic,
  )
}

const kindsInData: readonly (readonly [RegExp, readonly DeckPart['kind'][]])[] = [
  [/^data\/metrics\.yaml$/, ['metric', 'scenario', 'figure']],
  [/^data\/figures\//, ['figure']],
  [/^data\/sources\.yaml$/, ['document', 'figure']],
  [/^data\/tables\/.*\.xlsx$/i, ['table']], // one table a sheet, with unknown names
]

const namedByPath: readonly (readonly [RegExp, DeckPart['kind']])[] = [
  [/^data\/tables\/([^/]+)\.csv$/i, 'table'],
  [/^slides\/\d+-([a-z0-9-]+)\.md$/i, 'slide'],
  [/^templates\/layouts\/([^/]+)\.(?:hbs|yaml)$/, 'layout'],
  [/^templates\/partials\/([^/]+)\.hbs$/, 'partial'],
]

/** What is missing from a deck when one of its files cannot be read at all. */
export function subjectsOfFile(path: string): readonly DeckPart[] {
  const kinds = kindsInData.flatMap(([pattern, found]) => (pattern.test(path) ? found : []))
  const names = namedByPath.flatMap(([pattern, kind]): readonly DeckPart[] => {
    const name = pattern.exec(path)?.[1]
    return name === undefined ? [] : [{ kind, name }]
  })
  const inSlides: readonly DeckPart[] = path.startsWith('slides/')
    ? [{ kind: 'section' }, ...(names.length === 0 ? [{ kind: 'slide' } as const] : [])]
    : []
  return [{ kind: 'file', name: path }, ...kinds.map((kind) => ({ kind })), ...names, ...inSlides]
}

/** Whether a part that was not found exists and is broken: by its name, or with everything of its kind. */
function brokenParts(parts: readonly DeckPart[]): (missed: DeckPart) => boolean {
  const names = new Map<DeckPart['kind'], Set<string | undefined>>()
  for (const { kind, name } of parts) names.set(kind, (names.get(kind) ?? new Set()).add(name))
  return ({ kind, name }) => {
    const broken = names.get(kind)
    return broken !== undefined && (name === undefined || broken.has(undefined) || broken.has(name))
  }
}

/**
 * Leaves out what only follows from another finding, however long the chain: a metric with a mistake of its own is not
 * unknown on every slide. The causes of all phases have to be in the list.
 */
export function dropFollowUps(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isBroken = brokenParts(diagnostics.flatMap(({ breaks = [] }) => breaks))
  return diagnostics
    .filter(({ misses = [] }) => !misses.some(isBroken))
    .map(({ breaks: _, misses: __, ...finding }) => finding)
}
