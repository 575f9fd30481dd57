import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { invalidWorkbook } from '../compiler/diagnostics/files.ts'
import type { Diagnostic, Result } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import type { Project } from './project.ts'

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
  readonly result: Result<SourceFile>
}

const isIgnored = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || name.endsWith('~')

function listFolder(base: string, folder: string, endings: readonly string[]): Entry[] {
  const top = join(base, folder)
  if (!existsSync(top)) return []
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isIgnored(entry.name) && endings.some((end) => entry.name.endsWith(end)))
    .map((entry) => {
      const absolute = join(entry.parentPath, entry.name)
      const { mtimeMs, size } = statSync(absolute)
      return { path: relative(base, absolute).split(sep).join('/'), absolute, stamp: `${mtimeMs}:${size}` }
    })
}

/** A deck's own template replaces the shipped one of the same path. */
function listEntries({ root, engine }: Project): Entry[] {
  const shipped = root === engine ? [] : listFolder(engine, 'templates', inputs.templates)
  const own = Object.entries(inputs).flatMap(([folder, endings]) => listFolder(root, folder, endings))
  const byPath = new Map([...shipped, ...own].map((entry) => [entry.path, entry]))
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readEntry({ path, absolute }: Entry): Promise<Result<SourceFile>> {
  if (!path.endsWith('.xlsx')) return { ok: true, value: { kind: 'text', path, text: readFileSync(absolute, 'utf8') } }
  const { readSheets } = await import('./workbook.ts') // most decks have no workbook
  try {
    return { ok: true, value: { kind: 'workbook', path, sheets: await readSheets(absolute) } }
  } catch (error) {
    return { ok: false, diagnostics: [invalidWorkbook(path, error instanceof Error ? error.message : String(error))] }
  }
}

/** A reader that remembers what it read. */
export function sourceReader(project: Project): SourceReader {
  let known: ReadonlyMap<string, Read> = new Map()
  return {
    async read(): Promise<Sources> {
      const reads: Read[] = []
      for (const entry of listEntries(project)) {
        const before = known.get(entry.absolute)
        reads.push(before?.stamp === entry.stamp ? before : { ...entry, result: await readEntry(entry) })
      }
      known = new Map(reads.map((read) => [read.absolute, read]))
      return {
        files: reads.flatMap(({ result }) => (result.ok ? [result.value] : [])),
        diagnostics: reads.flatMap(({ result }) => (result.ok ? [] : result.diagnostics)),
      }
    },
    isStale(): boolean {
      const entries = listEntries(project)
      return (
        entries.length !== known.size || entries.some(({ absolute, stamp }) => known.get(absolute)?.stamp !== stamp)
      )
    },
  }
}
