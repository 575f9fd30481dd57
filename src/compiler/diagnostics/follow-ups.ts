import type { Diagnostic, Subject } from '../../model/diagnostic.ts'

/** A finding of something that was looked for: where that exists and is broken, the finding goes. */
export const missing = (kind: Subject['kind'], name: string | undefined, diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  misses: [...(diagnostic.misses ?? []), name === undefined ? { kind } : { kind, name }],
})

/** A finding about a chart as a whole, which says nothing while something in the chart is unknown. */
export const ofWholeChart = (diagnostic: Diagnostic): Diagnostic => missing('chart', undefined, diagnostic)

const isOfWholeChart = ({ misses = [] }: Diagnostic): boolean => misses.some(({ kind }) => kind === 'chart')

/** The findings of one chart: those about the whole only where its parts are sound. */
export function chartFindings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const hasCause = diagnostics.some((finding) => finding.severity === 'error' && !isOfWholeChart(finding))
  return hasCause ? diagnostics.filter((finding) => !isOfWholeChart(finding)) : diagnostics
}

/** Marks mistakes as what makes something of the deck unusable. Warnings leave it usable. */
export function breaking(diagnostics: readonly Diagnostic[], ...subjects: readonly Subject[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.severity === 'error'
      ? { ...diagnostic, breaks: [...(diagnostic.breaks ?? []), ...subjects] }
      : diagnostic,
  )
}

const ofData: readonly (readonly [RegExp, readonly Subject['kind'][]])[] = [
  [/^data\/metrics\.yaml$/, ['metric', 'scenario', 'figure']],
  [/^data\/figures\//, ['figure']],
  [/^data\/sources\.yaml$/, ['document', 'figure']],
  [/^data\/tables\/.*\.xlsx$/, ['table']], // a table a sheet, and nobody knows their names
]

const named: readonly (readonly [RegExp, Subject['kind']])[] = [
  [/^data\/tables\/([^/]+)\.csv$/, 'table'],
  [/^slides\/\d+-([a-z0-9-]+)\.md$/, 'slide'],
  [/^templates\/layouts\/([^/]+)\.(?:hbs|yaml)$/, 'layout'],
  [/^templates\/partials\/([^/]+)\.hbs$/, 'partial'],
]

/** What is missing from a deck when one of its files cannot be read at all. */
export function subjectsOfFile(path: string): readonly Subject[] {
  const kinds = ofData.flatMap(([pattern, found]) => (pattern.test(path) ? found : []))
  const names = named.flatMap(([pattern, kind]): readonly Subject[] => {
    const name = pattern.exec(path)?.[1]
    return name === undefined ? [] : [{ kind, name }]
  })
  const inSlides: readonly Subject[] = path.startsWith('slides/')
    ? [{ kind: 'section' }, ...(names.length === 0 ? [{ kind: 'slide' } as const] : [])]
    : []
  return [{ kind: 'file', name: path }, ...kinds.map((kind) => ({ kind })), ...names, ...inSlides]
}

const isOf = (missed: Subject, broken: Subject): boolean =>
  missed.kind === broken.kind && (missed.name === undefined || broken.name === undefined || missed.name === broken.name)

/**
 * Leaves out what only follows from another finding, however long the chain: a metric with a mistake of its own is not
 * unknown on every slide. The causes of all phases have to be in the list.
 */
export function dropFollowUps(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const broken = diagnostics.flatMap(({ breaks = [] }) => breaks)
  return diagnostics
    .filter(({ misses = [] }) => !misses.some((missed) => broken.some((subject) => isOf(missed, subject))))
    .map(({ breaks: _, misses: __, ...finding }) => finding)
}
