import { z } from 'zod'
import type { SourceDocument } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import { checkYaml } from '../check-yaml.ts'
import { parseYaml, type YamlText } from '../yaml.ts'
import { isoDateSpec } from './deck-config.ts'

const documentSpec = z.strictObject({
  title: z.string().min(1),
  short: z.string().optional(),
  date: isoDateSpec.optional(),
  url: z.url({ protocol: /^https?$/, error: 'an address beginning with https://' }).optional(),
})

/** data/sources.yaml. */
export const sourcesSpec = z.record(z.string(), documentSpec)

function documentOf(id: string, spec: z.output<typeof documentSpec>): SourceDocument {
  return {
    id,
    title: spec.title,
    ...(spec.short === undefined ? {} : { short: spec.short }),
    ...(spec.date === undefined ? {} : { date: spec.date }),
    ...(spec.url === undefined ? {} : { url: spec.url }),
  }
}

export interface SourcesReading {
  readonly documents: ReadonlyMap<string, SourceDocument>
  readonly diagnostics: readonly Diagnostic[]
}

const unreadable = (diagnostics: readonly Diagnostic[]): SourcesReading => ({
  documents: new Map(),
  diagnostics: breaking(diagnostics, { kind: 'document' }, { kind: 'figure' }),
})

/**
 * Reads data/sources.yaml: the documents that figures come from, by id. An empty file has none. One with a mistake is
 * left out, and so are the figures that come from it.
 */
export function parseSources(source: YamlText): SourcesReading {
  const { document, diagnostics } = parseYaml(source)
  if (!document) return unreadable(diagnostics)
  const checked = checkYaml(document, z.record(z.string(), z.unknown()).nullable())
  if (!checked.ok) return unreadable([...diagnostics, ...checked.diagnostics])
  const documents = new Map<string, SourceDocument>()
  const found = Object.keys(checked.value ?? {}).flatMap((id) => {
    const spec = checkYaml(document, documentSpec, [id])
    if (!spec.ok) return breaking(spec.diagnostics, { kind: 'document', name: id }, { kind: 'figure' })
    documents.set(id, documentOf(id, spec.value))
    return []
  })
  return { documents, diagnostics: [...diagnostics, ...found] }
}
