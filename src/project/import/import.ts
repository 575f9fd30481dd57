import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { compileData, type ImportBook, importBooks, importFigures } from '../../compiler/compile.ts'
import { unknownBook } from '../../compiler/diagnostics/imports.ts'
import { literally } from '../../language/claims/pattern-parts.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place, SourceFile, TextFile } from '../../model/source-file.ts'
import type { Project } from '../project.ts'
import { sourceReader } from '../read.ts'
import { fileDigest } from '../record/digest.ts'
import { documentIdOf } from '../roll/document-name.ts'
import type { FileChange } from '../roll/write-files.ts'
import { withImported } from './document-text.ts'
import { filingReaders } from './filing-readers.ts'
import { importEdits } from './import-edits.ts'
import { type ImportDocument, type ImportPlan, planImport, type StatedFigure } from './import-plan.ts'

const mappingPath = 'data/import.yaml'
const sourcesPath = 'data/sources.yaml'

/** An import that cannot be; printed as it stands, with nothing written. */
export class ImportError extends Error {}

/** A deck's files and data, for one import after the other. */
export interface OpenedDeck {
  readonly root: string
  readonly files: readonly SourceFile[]
  readonly data: DeckData
  readonly mapping: TextFile | undefined
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

const described = ({ place: { path, line, cell }, message }: Diagnostic): string =>
  `${path}${cell === undefined ? `:${line}` : ` ${cell}`}: ${message}`

/** The data of a deck. Throws an `ImportError` where they have mistakes that hide what is known. */
export async function openDeck({ root, engine }: Omit<Project, 'edition'>): Promise<OpenedDeck> {
  const { files, diagnostics } = await sourceReader({ root, engine, edition: 'presenter' }).read()
  return openedDeck(root, files, diagnostics)
}

/** The same of files that are read already. */
export function openedDeck(root: string, files: readonly SourceFile[], unread: readonly Diagnostic[] = []): OpenedDeck {
  const made = compileData(files)
  const first = [...unread, ...(made?.diagnostics ?? [])].find(
    (one) => isError(one) && one.place.path.startsWith('data/'),
  )
  if (!made || first)
    throw new ImportError(`correct the data first: ${first ? described(first) : 'they cannot be read'}`)
  const mapping = files.find((file): file is TextFile => file.kind === 'text' && file.path === mappingPath)
  return { root, files, data: made.data, mapping }
}

/** A file of the finance team by its content, with the name that it keeps as a source. */
export interface FinanceFile {
  readonly name: string // "results.xlsx"
  readonly content: Buffer
}

export const financeFile = (path: string): FinanceFile => ({ name: basename(path), content: readFileSync(path) })

/** Whether a path pattern of data/import.yaml is for a file: their names are compared, "*" standing for anything. */
export function isFor(pattern: string, name: string): boolean {
  const [last = ''] = pattern.split('/').slice(-1)
  const parts = last.split('*').map(literally)
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name)
}

/**
 * The file as the compiler takes it; of a workbook only the sheets that its entry names, if one is given. Throws an `ImportError`
 * where it is none that can be read.
 */
export async function sourceOf({ name, content }: FinanceFile, book?: ImportBook): Promise<SourceFile> {
  const ending = extname(name).toLowerCase()
  if (ending === '.xlsx') {
    const { readSheets } = await import('../workbook/workbook.ts')
    try {
      const named = new Set(book?.blocks.map(({ sheet }) => sheet))
      const isNamed = (sheet: string): boolean => !book || named.has(undefined) || named.has(sheet)
      return { kind: 'workbook', path: name, sheets: readSheets(content, isNamed) }
    } catch (error) {
      throw new ImportError(`invalid workbook ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (ending === '.csv' || ending in filingReaders) return { kind: 'text', path: name, text: content.toString('utf8') }
  throw new ImportError(
    `unsupported file ${name}: .xlsx, .csv, company facts in .json and filings in .htm, .html or .xhtml are read`,
  )
}

/** What a file would change in a deck. */
export interface PreparedImport {
  readonly plan: ImportPlan
  readonly documents: readonly ImportDocument[]
  /** Columns and rows, or facts of filings, that the mapping does not name. */
  readonly leftOut: readonly { readonly text: string; readonly place: Place }[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface ImportOptions {
  /** Id of the document that states the figures, or the accession number of a filing. */
  readonly document?: string | undefined
}

/** The document of a workbook: the one asked for, that of its entry, or the one of the reporting period as a roll names it. */
function documentOf(file: FinanceFile, { data }: OpenedDeck, asked: string | undefined): ImportDocument {
  const { reportingPeriod, date, calendar } = data.config
  const id =
    asked ??
    (reportingPeriod.kind === 'span'
      ? documentIdOf(reportingPeriod, data.documents, { calendar, date })
      : reportingPeriod.label)
  const known = data.documents.get(id)
  const title = known?.title ?? file.name
  return { id, title, date: known?.date ?? date, workbook: file.name, digest: fileDigest(file.content) }
}

/** Reads a file by the deck's mapping and holds it against the deck's figures: nothing is written. */
export async function prepareImport(
  deck: OpenedDeck,
  file: FinanceFile,
  { document }: ImportOptions = {},
): Promise<PreparedImport> {
  const books = importBooks(deck.data, deck.mapping)
  const book = books.find((one) => isFor(one.file, file.name))
  if (!book) {
    const place = { path: file.name, line: 1, column: 1 }
    const unknown = unknownBook(
      file.name,
      books.map((one) => one.file),
      place,
    )
    return { plan: { figures: [], contradictions: [] }, documents: [], leftOut: [], diagnostics: [unknown] }
  }
  const source = await sourceOf(file, book)
  const reader = source.kind === 'text' ? filingReaders[extname(file.name).toLowerCase()] : undefined
  if (reader && source.kind === 'text') {
    const digest = fileDigest(file.content)
    const filing = reader(source.text, { book, data: deck.data, name: file.name, digest, accession: document })
    return { ...filing, plan: planImport(filing.stated, deck.data) }
  }
  const read = importFigures(source, book, deck.data)
  const stating = documentOf(file, deck, document ?? book.document)
  const stated = read.value.figures.map(
    (figure): StatedFigure => ({ figure, document: stating, at: `${file.name} ${figure.place.cell ?? ''}`.trim() }),
  )
  return {
    plan: planImport(stated, deck.data),
    documents: [stating],
    leftOut: read.value.leftOut,
    diagnostics: read.diagnostics,
  }
}

const contradicted = ({ plan }: PreparedImport): string | undefined => {
  const [found] = plan.contradictions
  return (
    found &&
    `${found.first.at} and ${found.second.at} state ${found.first.figure.metric} ${found.first.figure.period.label} differently`
  )
}

/** Why an import cannot be written; undefined where it can. `note` says why older figures are restated. */
export function refusalOf(prepared: PreparedImport, note: string | undefined): string | undefined {
  const { plan, diagnostics } = prepared
  const mistakes = diagnostics.filter(isError).length
  if (mistakes > 0) return `nothing written: ${mistakes} mistake${mistakes === 1 ? '' : 's'} in the file or its mapping`
  const contradiction = contradicted(prepared)
  if (contradiction !== undefined) return `nothing written: ${contradiction}`
  const restated = plan.figures.filter(({ kind }) => kind === 'restated')
  if (restated.length > 0 && note === undefined)
    return `nothing written: ${restated.length} figure${restated.length === 1 ? '' : 's'} of older documents changed; confirm by --restated "why"`
  return undefined
}

/**
 * The files that an import writes: figures, and the documents that state them. Throws an `ImportError` where it must not be, or
 * where the deck's data would have a mistake by it.
 */
export function importChanges(
  deck: OpenedDeck,
  prepared: PreparedImport,
  note: string | undefined,
): readonly FileChange[] {
  const refusal = refusalOf(prepared, note)
  if (refusal !== undefined) throw new ImportError(refusal)
  const { files, data } = deck
  const written = prepared.plan.figures.filter(({ kind }) => kind !== 'same')
  if (written.length === 0) return []
  const sources = files.find(({ path }) => path === sourcesPath)
  if (sources?.kind !== 'text')
    throw new ImportError(
      `missing ${sourcesPath}: a figure that is imported has a document; make the file with those that the deck's figures are from`,
    )
  const used = new Set(written.map(({ document }) => document.id))
  const documents = prepared.documents.filter(({ id }) => used.has(id))
  const texts = new Map([
    ...importEdits(written, { files, data, note: note ?? '' }),
    [sourcesPath, withImported(sources.text, documents, data)] as const,
  ])
  const known = new Set(files.map(({ path }) => path))
  const after: readonly SourceFile[] = [
    ...files.map((file): SourceFile => {
      const text = texts.get(file.path)
      return file.kind === 'text' && text !== undefined ? { ...file, text } : file
    }),
    ...[...texts]
      .filter(([path]) => !known.has(path))
      .map(([path, text]): SourceFile => ({ kind: 'text', path, text })),
  ]
  const made = compileData(after)
  const mistake = made?.diagnostics.find(isError)
  if (!made || mistake)
    throw new ImportError(`nothing written: it would leave a mistake: ${mistake ? described(mistake) : ''}`)
  return [...texts].flatMap(([path, text]) => {
    const file = files.find((one) => one.path === path)
    const before = file?.kind === 'text' ? file.text : undefined
    return before === text ? [] : [{ path, before, after: text }]
  })
}
