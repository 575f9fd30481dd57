import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { missingInStyle } from '../compiler/diagnostics/files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { fileOf } from '../model/source-file.ts'
import type { Project } from './project.ts'
import { styleSheets } from './theme.ts'
import { copyFolder, placeInText } from './walk.ts'

/** The folder of a deck whose files are published as they are. */
export const publicFolder = 'public'

/** Hidden names that web servers and hosts ask for. */
const published: ReadonlySet<string> = new Set(['.well-known', '.nojekyll', '.htaccess'])

/** What of a path is hidden, up to the first such name: ".git" of ".git/config". Keys and repositories lie so, and are not published. */
export function hiddenPart(path: string): string | undefined {
  const names = path.split('/')
  const at = names.findIndex((name) => name.startsWith('.') && !published.has(name))
  return at < 0 ? undefined : names.slice(0, at + 1).join('/')
}

/** Copies a deck's public/ into its output, but for what is hidden there and what links lead to outside the deck. */
export const copyPublic = (root: string, out: string, overwrites: boolean): void =>
  copyFolder(join(root, publicFolder), out, {
    within: root,
    overwrites,
    has: (path) => hiddenPart(path) === undefined,
  })

/** Files that a slide may show, as it names them: from public/, with "/". */
export function picturesOf(root: string): ReadonlySet<string> {
  const top = join(root, publicFolder)
  if (!existsSync(top)) return new Set()
  const entries = readdirSync(top, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name))
  return new Set(files.map((file) => relative(top, file).split(sep).join('/')))
}

/** Files that style sheets name: url(…) without those of other schemes, of the page itself (#id), and of npm packages. */
const named = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))\s*\)/gi

const isElsewhere = (address: string): boolean => address === '' || /^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(address)

/** Whether there is such a file: from public/ with a slash, else beside the sheet, else in a package. */
function isThere(address: string, sheet: string, { root, engine }: Pick<Project, 'root' | 'engine'>): boolean {
  const path = fileOf(address)
  if (path.startsWith('/')) return existsSync(join(root, publicFolder, path))
  return (
    existsSync(join(dirname(sheet), path)) ||
    (/^[@\w]/.test(path) && (isInstalled(path, sheet) || isInstalled(path, join(engine, 'package.json'))))
  )
}

function isInstalled(path: string, sheet: string): boolean {
  const packages = createRequire(sheet).resolve.paths(path) ?? []
  return packages.some((folder) => existsSync(join(folder, path)))
}

/** Pictures and fonts that a deck's own style sheets name and nobody has. */
export function missingInStyles({ root, engine }: Pick<Project, 'root' | 'engine'>): readonly Diagnostic[] {
  return styleSheets(join(root, 'templates')).flatMap((sheet) => {
    const text = readFileSync(sheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    return [...text.matchAll(named)].flatMap((match) => {
      const address = match[1] ?? match[2] ?? match[3] ?? ''
      if (isElsewhere(address) || isThere(address, sheet, { root, engine })) return []
      const path = relative(root, sheet).split(sep).join('/')
      const place = placeInText(text, match.index + match[0].indexOf(address))
      return [missingInStyle(address, { path, ...place, length: address.length })]
    })
  })
}
