import { z } from 'zod'
import type { SourceDocument } from '../../../model/deck.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import { invalidSourceDate } from '../../diagnostics/ledger.ts'
import { checkYaml, isoDateSpec } from '../check-yaml.ts'
import { parseYaml, type YamlDocument, type YamlText } from '../yaml.ts'

const documentSpec = z.strictObject({
  title: z.string().min(1),
  short: z.string().optional(),
  date: isoDateSpec.optional(),
  'later-evidence': z
    .string()
    .refine((text) => text.trim().length >= 8, { error: 'the reason, in a sentence' })
    .optional()
    .describe("Why a document later than the deck stands behind a figure; printed on the figure's card"),
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
    ...(spec['later-evidence'] === undefined ? {} : { laterEvidence: spec['later-evidence'] }),
  }
}

/** A document that did not exist on the deck's day cannot be where its figures came from; ISO dates compare as text. */
function laterThan(
  deckDate: string | undefined,
  id: string,
  found: SourceDocument | undefined,
  document: YamlDocument,
): readonly Diagnostic[] {
  const { date, laterEvidence } = found ?? {}
  if (deckDate === undefined || date === undefined || date <= deckDate || laterEvidence !== undefined) return []
  return [invalidSourceDate(id, { date, deckDate, place: document.placeOf([id, 'date']) })]
}

type Documents = ReadonlyMap<string, SourceDocument>

const unreadable = (diagnostics: readonly Diagnostic[]): Reading<Documents> => ({
  value: new Map(),
  diagnostics: breaking(diagnostics, { kind: 'document' }, { kind: 'figure' }),
})

/**
 * Reads data/sources.yaml: the documents that figures come from, by id. An empty file has none. One with a mistake is
 * left out, and so are the figures that come from it. `deckDate` is the day (ISO) from which the deck speaks: a document
 * of a later day needs a reason.
 */
export function parseSources(source: YamlText, deckDate?: string): Reading<Documents> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document) return unreadable(diagnostics)
  const entries = checkYaml(document, z.record(z.string(), z.unknown()).nullable())
  if (entries.value === undefined) return unreadable([...diagnostics, ...entries.diagnostics])
  const documents = new Map<string, SourceDocument>()
  const found = Object.keys(entries.value ?? {}).flatMap((id) => {
    const checked = checkYaml(document, documentSpec, [id])
    if (checked.value) documents.set(id, documentOf(id, checked.value))
    const later = laterThan(deckDate, id, documents.get(id), document)
    return [...breaking(checked.diagnostics, { kind: 'document', name: id }, { kind: 'figure' }), ...later]
  })
  return { value: documents, diagnostics: [...diagnostics, ...found] }
}
