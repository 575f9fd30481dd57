import { z } from 'zod'
import type { SourceDocument } from '../../../model/deck.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import { type KeptFile, keptFolder } from '../../../model/source-file.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import {
  invalidDigest,
  invalidSourceDate,
  missingDigest,
  missingKeptFile,
  unknownKeptFile,
} from '../../diagnostics/ledger.ts'
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
  file: z
    .string()
    .startsWith(keptFolder, { error: `a file below ${keptFolder}` })
    .optional()
    .describe('The document itself, kept below data/sources/'),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 digest of 64 hexadecimal digits' })
    .optional()
    .describe('SHA-256 of the kept file, as sha256sum prints it'),
  workbooks: z
    .record(
      z.string().min(1),
      z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 digest of 64 hexadecimal digits' }),
    )
    .optional()
    .describe('Files that figures of the document were imported from, each with its SHA-256; written by import'),
  publish: z.boolean().optional().describe('Whether the public edition has the kept file, too; otherwise it has not'),
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
    ...(spec.file === undefined ? {} : { kept: { path: spec.file, isPublic: spec.publish === true } }),
    ...(spec.workbooks === undefined ? {} : { workbooks: new Map(Object.entries(spec.workbooks)) }),
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

/** What is wrong with the kept file of a document: it is not there, or it is not the one that its digest was taken of. */
function keptFindings(
  id: string,
  { file, digest }: z.output<typeof documentSpec>,
  { document, kept }: { readonly document: YamlDocument; readonly kept: readonly KeptFile[] },
): readonly Diagnostic[] {
  const place = document.placeOf([id, file === undefined ? 'digest' : 'file'])
  if (file === undefined) return digest === undefined ? [] : [missingKeptFile(id, place)]
  const found = kept.find(({ path }) => path === file)
  if (!found) return [unknownKeptFile(file, { id, known: kept.map(({ path }) => path), place })]
  if (digest === undefined) return [missingDigest(id, { file, digest: found.digest, place })]
  if (digest === found.digest) return []
  return [invalidDigest(digest, { id, file, digest: found.digest, place: document.placeOf([id, 'digest']) })]
}

type Documents = ReadonlyMap<string, SourceDocument>

const unreadable = (diagnostics: readonly Diagnostic[]): Reading<Documents> => ({
  value: new Map(),
  diagnostics: breaking(diagnostics, { kind: 'document' }, { kind: 'figure' }),
})

/**
 * Reads data/sources.yaml: the documents that figures come from, by id. An empty file has none. One with a mistake is
 * left out, and so are the figures that come from it. `deckDate` is the day (ISO) from which the deck speaks: a document
 * of a later day needs a reason. `kept` are the files below data/sources/.
 */
export function parseSources(
  source: YamlText,
  { deckDate, kept = [] }: { readonly deckDate?: string | undefined; readonly kept?: readonly KeptFile[] } = {},
): Reading<Documents> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document) return unreadable(diagnostics)
  const entries = checkYaml(document, z.record(z.string(), z.unknown()).nullable())
  if (entries.value === undefined) return unreadable([...diagnostics, ...entries.diagnostics])
  const documents = new Map<string, SourceDocument>()
  const found = Object.keys(entries.value ?? {}).flatMap((id) => {
    const checked = checkYaml(document, documentSpec, [id])
    if (checked.value) documents.set(id, documentOf(id, checked.value))
    const later = laterThan(deckDate, id, documents.get(id), document)
    const ofFile = checked.value ? keptFindings(id, checked.value, { document, kept }) : []
    return [...breaking(checked.diagnostics, { kind: 'document', name: id }, { kind: 'figure' }), ...later, ...ofFile]
  })
  return { value: documents, diagnostics: [...diagnostics, ...found] }
}
