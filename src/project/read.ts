import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import {
  hiddenFile,
  invalidEncoding,
  invalidWorkbook,
  missingContent,
  unsupportedFile,
  unsupportedSize,
  unsupportedTarget,
} from '../compiler/diagnostics/files.ts'
import { composed } from '../format/letters/composed.ts'
import { type Diagnostic, joinReadings, type Reading } from '../model/diagnostic.ts'
import { keptFolder, type SourceFile } from '../model/source-file.ts'
import { hiddenPart, missingInStyles, publicFolder } from './pictures.ts'
import type { Project } from './project.ts'
import { fileDigest } from './record/digest.ts'
import { sharedTheme } from './theme.ts'
import { unsafePictures } from './unsafe-pictures.ts'
import { isEmptyStamp, noStamp, placeInText, stampOf, walkFolder } from './walk.ts'

export interface Sources {
  readonly files: readonly SourceFile[]
  /** Files that could not be read at all. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a deck's sources; a file whose time and size have not changed is the same object as before. */
export interface SourceReader {
  read(): Promise<Sources>
  /** Whether anything on disk differs from what was last read. */
  isStale(): boolean
  /** Whether a file that was last read is gone, or is empty as while it is written. */
  hasLost(): boolean
}

/** Folders of a deck that the compiler reads, with the endings it reads in them. */
const inputs = {
  slides: ['.md'],
  data: ['.yaml', '.yml', '.csv', '.xlsx'],
  templates: ['.hbs', '.yaml'],
} as const satisfies Record<string, readonly string[]>

/** Folders to watch; their style sheets are Vite's own business. */
export const inputFolders = Object.keys(inputs)

interface Entry {
  readonly path: string // from the root, with "/"
  readonly absolute: string
  readonly stamp: string
}

interface Read extends Entry {
  readonly reading: Reading<SourceFile | undefined>
}

/** What a system leaves in folders. */
const isNoise = (name: string): boolean => name === '.DS_Store' || name.startsWith('._')

const isIgnored = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name.endsWith('~') || /^(thumbs\.db|desktop\.ini)$/i.test(name)

const pathFrom = (base: string, absolute: string): string => relative(base, absolute).split(sep).join('/')

interface FolderListing {
  readonly entries: readonly Entry[]
  readonly unfollowed: readonly string[]
}

/** Every file of a folder; of a deck's own, links lead no farther than the deck. */
function listFolder(base: string, folder: string, within?: string): FolderListing {
  const { files, unfollowed } = walkFolder(join(base, folder), within)
  const entries = files
    .filter((absolute) => !isIgnored(basename(absolute)) || (folder === publicFolder && !isNoise(basename(absolute))))
    .map((absolute) => ({ path: pathFrom(base, absolute), absolute, stamp: stampOf(absolute) }))
  return { entries, unfollowed: unfollowed.map((absolute) => pathFrom(base, absolute)) }
}

interface Listing {
  readonly entries: readonly Entry[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A theme's file in the place that it would have in the deck. */
const asTemplate = (entry: Entry): Entry => ({ ...entry, path: `templates/${entry.path}` })

const isPart = ({ path }: Entry): boolean => /^templates\/(layouts|partials)\//.test(path)

/** A deck's own template replaces the one of the same path of its theme, and that the shipped one. */
function listEntries({ root, engine }: Project): Listing {
  const isRead = ({ path }: Entry, endings: readonly string[]): boolean =>
    endings.some((end) => path.toLowerCase().endsWith(end))
  const shipped = root === engine ? [] : listFolder(engine, 'templates').entries
  const theme = sharedTheme(root)
  const shared = theme.folder === undefined ? [] : listFolder(theme.folder, '.').entries.map(asTemplate).filter(isPart)
  const isKept = ({ path }: Entry): boolean => path.startsWith(keptFolder)
  const own = Object.entries(inputs).map(([folder, endings]) => ({ endings, ...listFolder(root, folder, root) }))
  const read = [
    ...[...shipped, ...shared].filter((entry) => isRead(entry, inputs.templates)),
    ...own.flatMap(({ endings, entries }) => entries.filter((entry) => isKept(entry) || isRead(entry, endings))),
  ]
  const plainPath = (path: string): string => path.replace(/\.\w+$/, (ending) => ending.toLowerCase())
  const byPath = new Map(
    read.map((entry) => [entry.path.startsWith('templates/') ? plainPath(entry.path) : entry.path, entry]),
  )
  const unread = own.flatMap(({ endings, entries }) =>
    entries
      .filter((entry) => !isKept(entry) && !isRead(entry, endings) && !entry.path.startsWith('templates/'))
      .map(({ path }) => ({ path, endings })),
  )
  const published = listFolder(root, publicFolder, root)
  const hidden = published.entries.flatMap(({ path }) => hiddenPart(path) ?? [])
  const unfollowed = [...own, published].flatMap((listing) => listing.unfollowed)
  const leadNowhere = published.entries.filter(({ stamp }) => stamp === noStamp)
  return {
    entries: [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    diagnostics: [
      ...unread.map(({ path, endings }) => unsupportedFile(path, endings)),
      ...unfollowed.map(unsupportedTarget),
      ...theme.diagnostics,
      ...[...new Set(hidden)].map(hiddenFile),
      ...leadNowhere.map(({ path }) => missingContent(path, 'the link leads nowhere')),
    ],
  }
}

/** Where the first bytes stand that are not UTF-8. */
function badByte(content: Buffer): { readonly line: number; readonly column: number } {
  const text = content.toString('utf8')
  return placeInText(text, Math.max(0, text.indexOf('\uFFFD')))
}

function readText(path: string, content: Buffer): Reading<SourceFile | undefined> {
  if (!isUtf8(content)) return { value: undefined, diagnostics: [invalidEncoding(path, badByte(content))] }
  return { value: { kind: 'text', path, text: composed(content.toString('utf8')) }, diagnostics: [] }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Of a kept document its digest is read; what is in it is an auditor's business. */
function readKept(path: string, absolute: string): Reading<SourceFile | undefined> {
  try {
    return { value: { kind: 'kept', path, digest: fileDigest(readFileSync(absolute)) }, diagnostics: [] }
  } catch (error) {
    return { value: undefined, diagnostics: [missingContent(path, reasonOf(error).replace(/,.*$/, ''))] }
  }
}

const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** The most bytes of a source: a slide is a page of text, and the figures of a deck are no data base. */
const mostBytes = (path: string): number => {
  if (path.startsWith('slides/')) return 256 * kilobyte
  return path.toLowerCase().endsWith('.xlsx') ? 64 * megabyte : 16 * megabyte
}

const sizeText = (bytes: number): string =>
  bytes < megabyte ? `${Math.round(bytes / kilobyte)} kB` : `${Math.round(bytes / megabyte)} MB`

async function readEntry({ path, absolute }: Entry): Promise<Reading<SourceFile | undefined>> {
  if (path.startsWith(keptFolder)) return readKept(path, absolute)
  const { size = 0 } = statSync(absolute, { throwIfNoEntry: false }) ?? {}
  const most = mostBytes(path)
  if (size > most) return { value: undefined, diagnostics: [unsupportedSize(path, sizeText(size), sizeText(most))] }
  if (!path.toLowerCase().endsWith('.xlsx')) {
    try {
      return readText(path, readFileSync(absolute))
    } catch (error) {
      return { value: undefined, diagnostics: [missingContent(path, reasonOf(error).replace(/,.*$/, ''))] }
    }
  }
  const { readSheets } = await import('./workbook/workbook.ts') // most decks have no workbook
  try {
    return { value: { kind: 'workbook', path, sheets: readSheets(readFileSync(absolute)) }, diagnostics: [] }
  } catch (error) {
    return { value: undefined, diagnostics: [invalidWorkbook(path, reasonOf(error))] }
  }
}

/** A reader that remembers what it read. */
export function sourceReader(project: Project): SourceReader {
  let known: ReadonlyMap<string, Read> = new Map()
  let listed: Listing | undefined // by the question whether a file is gone, which comes before each reading while serving
  return {
    async read(): Promise<Sources> {
      const reads: Read[] = []
      const { entries, diagnostics } = listed ?? listEntries(project)
      listed = undefined
      const ofPictures = [...missingInStyles(project), ...unsafePictures(project.root)]
      for (const entry of entries) {
        const before = known.get(entry.absolute)
        reads.push(before?.stamp === entry.stamp ? before : { ...entry, reading: await readEntry(entry) })
      }
      known = new Map(reads.map((read) => [read.absolute, read]))
      const sources = joinReadings(reads.map(({ reading }) => reading))
      return { files: sources.value, diagnostics: [...sources.diagnostics, ...diagnostics, ...ofPictures] }
    },
    hasLost(): boolean {
      listed = listEntries(project)
      const present = new Map(listed.entries.map(({ absolute, stamp }) => [absolute, stamp]))
      return [...known.values()].some(({ absolute, stamp }) => {
        const now = present.get(absolute)
        return now === undefined || (isEmptyStamp(now) && !isEmptyStamp(stamp))
      })
    },
    isStale(): boolean {
      const { entries } = listEntries(project)
      return (
        entries.length !== known.size || entries.some(({ absolute, stamp }) => known.get(absolute)?.stamp !== stamp)
      )
    },
  }
}
