import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hiddenPart, publicFolder } from '../project/pictures.ts'
import { isWithin } from '../project/walk.ts'

/** Folders that a server of a deck gives files from; absolute. */
export interface ServedFolders {
  readonly root: string // the deck's
  readonly engine: string
  readonly cache: string // packages as Vite has prepared them
}

/** What a style sheet may refer to. */
const assetEnds = /\.(css|woff2?|ttf|otf|svg|png|jpe?g|webp|avif|gif)$/i

/** The path of a request without its query, decoded; undefined when it is malformed or leaves its folder. */
export function requestPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    const isPlain = path.startsWith('/') && !/[\0\\]/.test(path) && !path.split('/').includes('..')
    return isPlain ? path : undefined
  } catch {
    return undefined
  }
}

/** Whether a range of bytes ends before it begins: such a header counts as none (RFC 9110, 14.1.1), where the file server would break off. */
export function isBackward(range: string | undefined): boolean {
  const [, first, last] = /^\s*bytes\s*=\s*(\d+)\s*-\s*(\d+)/i.exec(range ?? '') ?? []
  return first !== undefined && last !== undefined && BigInt(last) < BigInt(first)
}

/** Whether a folder that was built gives the file at a path: nothing hidden, as a repository's, and nothing that a link finds elsewhere. */
export function isGiven(path: string, folder: string): boolean {
  if (hiddenPart(path) !== undefined) return false
  const file = join(folder, path)
  return !existsSync(file) || isWithin(file, folder)
}

const slashed = (folder: string): string => `${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`

/** The engine's modules for the browser, and what its style sheets refer to. */
const isOfEngine = (path: string): boolean =>
  /^src\/(browser|charts|model|format|language)\/.+\.(ts|css)$/.test(path) ||
  (path.startsWith('templates/') && assetEnds.test(path)) ||
  path.startsWith('node_modules/')

function isOfDisk(file: string, { root, engine, cache }: ServedFolders): boolean {
  const path = file.replace(/^(?=[A-Za-z]:)|^\/*/, (start) => (start === '' ? '' : '/'))
  if (path.startsWith(slashed(cache)) || path.includes('/node_modules/')) return true // Vite knows which of these
  if (path.startsWith(slashed(engine)) && isOfEngine(path.slice(slashed(engine).length))) return true
  return path.startsWith(slashed(join(root, 'templates'))) && assetEnds.test(path)
}

/**
 * Whether a path is one that a page may ask for: modules, packages, style sheets and what these refer to, public/. Slides, data,
 * templates and everything else on the disk are not, whatever Vite would give.
 */
export function isServed(path: string, folders: ServedFolders): boolean {
  if (path.startsWith('/@vite/') || path.startsWith('/@quarterdeck/') || path.startsWith('/@id/__x00__')) return true
  if (path.startsWith('/@fs/')) return isOfDisk(path.slice('/@fs'.length), folders)
  if (path.startsWith('/@')) return false
  if (isOfEngine(path.slice(1))) return true
  if (hiddenPart(path) !== undefined) return false
  const file = join(folders.root, publicFolder, path)
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true && isWithin(file, folders.root)
}
