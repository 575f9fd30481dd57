import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { escapeHtml } from '../../format/html.ts'
import { fill } from '../../language/fill.ts'
import type { Language } from '../../language/language.ts'
import type { DeckHead } from '../../model/deck.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { contentDigest } from '../../project/record/stamp.ts'
import { type ListedFile, SiteError, type SiteFile, sha256 } from '../manifest.ts'
import { anchor, sitePage } from './html.ts'

interface HandoutManifest {
  readonly edition: string
  readonly browser?: string | null
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly deck?: string }[]
}

function readHandoutManifest(folder: string): HandoutManifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    if (Array.isArray(manifest?.files)) return manifest
  } catch {
    // said below
  }
  throw new SiteError(`missing manifest.json in ${folder}: make the hand-outs with "quarterdeck handouts"`)
}

const isPlain = (name: string): boolean => !/^\/|\\|(?:^|\/)\.{1,2}(?:\/|$)/.test(name)

/** Hand-outs to publish with a deck. */
export interface Handouts {
  readonly folder: string
  readonly files: readonly SiteFile[]
  /** What printed the PDF and took the pictures among them. */
  readonly browser: string | undefined
  /** Digests of the data and slides that they were made of, each once; undefined for those of an older version. */
  readonly decks: readonly (string | undefined)[]
}

/** Throws for hand-outs of another deck than the one to be published, or of another state of its files. */
export function refuseOtherDeck({ folder, decks }: Handouts, files: readonly SourceFile[]): void {
  const own = contentDigest(files)
  if (decks.some((digest) => digest !== own))
    throw new SiteError(
      `invalid hand-outs in ${folder}: they were not made of this deck as it is now; make them again with "quarterdeck handouts"`,
    )
}

/**
 * The hand-outs of a folder. Refused are those of a presenter edition, what the folder's manifest does not list, and a file that is
 * not as it was made.
 */
export function readHandouts(folder: string): Handouts {
  const { edition, files, browser } = readHandoutManifest(folder)
  if (edition !== 'public')
    throw new SiteError(
      `invalid hand-outs in ${folder}: they are of the ${edition} edition, which is not for publication`,
    )
  const names = new Set(files.map(({ name }) => name))
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory())
  const unlisted = entries
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .find((name) => !names.has(name) && name !== 'manifest.json' && name !== '.quarterdeck-output.json')
  if (unlisted !== undefined)
    throw new SiteError(`unknown ${unlisted} in ${folder}: its manifest.json does not list it; remove it`)
  const read = files.map(({ name, sha256: expected }): SiteFile => {
    if (!isPlain(name)) throw new SiteError(`invalid file name "${name}" in ${folder}/manifest.json`)
    if (!statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
      throw new SiteError(`missing ${name} in ${folder}: its manifest.json lists it`)
    const content = readFileSync(join(folder, name))
    if (sha256(content) !== expected)
      throw new SiteError(`invalid ${name} in ${folder}: it has changed since it was made`)
    return { path: `downloads/${name}`, content }
  })
  return { folder, files: read, browser: browser ?? undefined, decks: [...new Set(files.map(({ deck }) => deck))] }
}

interface DownloadsPage {
  readonly head: DeckHead
  readonly language: Language
  readonly style: string // path in the deck's folder
  /** Files by their paths in the deck's folder. */
  readonly handouts: readonly ListedFile[]
  readonly data: readonly ListedFile[]
  readonly charts: readonly { readonly file: ListedFile; readonly title: string }[]
}

const pathAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** downloads/: everything there is to take home, with sizes, which stand on no other page. */
export function downloadsPage({ head, language, style, handouts, data, charts }: DownloadsPage): SiteFile {
  const { tag, site } = language
  const words = site.downloads
  const size = (bytes: number): string => fill(words.bytes, { size: Math.ceil(bytes / 1000).toLocaleString(tag) })
  const item = ({ path, bytes }: ListedFile, name: string): string =>
    `<li>${anchor(`../${pathAddress(path)}`, name)} <span class="site-size">${escapeHtml(size(bytes))}</span></li>`
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<h2>${escapeHtml(title)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`
  const names: Readonly<Record<string, string>> = {
    'figures.csv': words.figures,
    'figures.json': words.figuresJson,
    'deck.json': words.deckJson,
  }
  const title = fill(words.title, { title: head.title })
  const body = [
    '<main class="site">',
    `<h1>${escapeHtml(title)}</h1>`,
    list(
      words.files,
      handouts.map((file) => item(file, file.path.replace(/^downloads\//, ''))),
    ),
    list(
      words.data,
      data.map((file) => item(file, names[file.path] ?? file.path)),
    ),
    list(
      words.charts,
      charts.map(({ file, title: name }) => item(file, name)),
    ),
    `<p>${anchor('../', fill(site.slide.deck, { title: head.title }))}</p>`,
    '</main>',
  ]
  const canonical = head.address === null ? {} : { canonical: `${head.address}downloads/` }
  return {
    path: 'downloads/index.html',
    content: sitePage(
      { language: head.textLanguage ?? head.language, title, ...canonical, styles: [`../${style}`] },
      body.filter(Boolean).join('\n'),
    ),
  }
}
