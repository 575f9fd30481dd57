import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../model/source-file.ts'
import type { CommittedStamp, Stamp } from '../../tieout/report/stamp.ts'
import type { Project } from '../project.ts'
import { fileDigest } from './digest.ts'

/** Written after a page is made, or about it: no page shows them. */
const isNoInput = (path: string): boolean => /^data\/(?:published\.csv|(?:net|waivers|approvals)\.yaml)$/i.test(path)

function contentText(file: SourceFile): string {
  if (file.kind === 'kept') return file.digest
  return file.kind === 'text' ? file.text : JSON.stringify(file.sheets)
}

const sha256 = (text: string): string => fileDigest(Buffer.from(text))

/** Of each file its path and the digest of what is read of it, in order of their paths. */
function digestBelow(folders: RegExp, files: readonly SourceFile[]): string {
  const lines = files
    .filter(({ path }) => folders.test(path) && !isNoInput(path))
    .map((file) => `${sha256(contentText(file))}  ${file.path}\n`)
  return sha256(lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''))
}

const versionOf = (engine: string): string => {
  const { version }: Record<string, unknown> = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8'))
  return String(version)
}

/** The stamp of a deck's files; `html` is the inside of its page's <body>. */
export const stampOfDeck = (files: readonly SourceFile[], html: string | undefined, engine: string): Stamp => ({
  engine: versionOf(engine),
  data: digestBelow(/^data\//, files),
  page: html === undefined ? null : sha256(html),
})

/** SHA-256 of all that a deck says: the same for each way of giving it away that was made of the same state. */
export const contentDigest = (files: readonly SourceFile[]): string => digestBelow(/^(?:data|slides)\//, files)

/** What git says of a folder; undefined where there is no git, or no commit. */
function git(root: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/** A stamp with the commit of the deck's folder; no page contains it, so that pages repeat. */
export function withCommit(stamp: Stamp, { root }: Pick<Project, 'root'>): CommittedStamp {
  const head = git(root, 'rev-parse', 'HEAD')
  const isChanged = head !== undefined && git(root, 'status', '--porcelain', '--', '.') !== ''
  return { ...stamp, commit: head === undefined ? null : `${head}${isChanged ? '-dirty' : ''}` }
}
