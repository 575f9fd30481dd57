import { z } from 'zod'
import type { SourceDocument } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { checkYaml } from './check-yaml.ts'
import { isoDateSpec } from './deck-config.ts'
import { parseYaml, type YamlText } from './yaml.ts'

export const sourcesSpec = z.record(
  z.string(),
  z.strictObject({
    title: z.string().min(1),
    short: z.string().optional(),
    date: isoDateSpec.optional(),
    url: z.url({ protocol: /^https?$/, error: 'an address beginning with https://' }).optional(),
  }),
)

function documentOf(id: string, spec: z.output<typeof sourcesSpec>[string]): SourceDocument {
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

/** Reads data/sources.yaml: the documents that figures come from, by id. An empty file has none. */
export function parseSources(source: YamlText): SourcesReading {
  const { document, diagnostics } = parseYaml(source)
  if (!document || document.value === null) return { documents: new Map(), diagnostics }
  const checked = checkYaml(document, sourcesSpec)
  if (!checked.ok) return { documents: new Map(), diagnostics: [...diagnostics, ...checked.diagnostics] }
  return {
    documents: new Map(Object.entries(checked.value).map(([id, spec]) => [id, documentOf(id, spec)])),
    diagnostics,
  }
}
