import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { builtAssets } from '../build/address.ts'
import { type Built, buildDeck } from '../build/build.ts'
import { openOutput } from '../build/output.ts'
import { licencesName } from '../build/plugin.ts'
import { deckId } from '../export/deck-id.ts'
import { contentDigest } from '../project/record/stamp.ts'
import type { BuiltDeck } from '../project/session.ts'
import { findBrowser } from './browser.ts'
import { offlineFile } from './built-deck.ts'
import { databookFiles } from './databook-files.ts'
import type { HandoutKind, HandoutRequest, Making } from './making.ts'
import { type HandoutFile, keptFiles, manifestOf } from './manifest.ts'

export interface HandoutsMade {
  readonly build: Built
  /** Undefined while the deck does not build. */
  readonly files: readonly HandoutFile[] | undefined
  /** What needs a browser is missing, since there is none. */
  readonly lacksBrowser: boolean
  /** Of the code and fonts that the page holds. */
  readonly licences: string
}

const needsPage = (kind: HandoutKind): boolean => kind !== 'databook' && kind !== 'pptx'

const needsBrowser = (kind: HandoutKind): boolean => kind === 'pdf' || kind === 'pictures'

/** The day that files say they are of: SOURCE_DATE_EPOCH, as build systems give it, else the deck's own. */
function dayOf({ env }: HandoutRequest, { deck }: BuiltDeck): string {
  const seconds = Number(env.SOURCE_DATE_EPOCH)
  const isGiven = env.SOURCE_DATE_EPOCH !== undefined && /^\d{1,11}$/.test(env.SOURCE_DATE_EPOCH)
  return isGiven ? new Date(seconds * 1000).toISOString().slice(0, 10) : deck.head.date
}

const inKilobytes = (files: readonly HandoutFile[]): string =>
  `${Math.ceil(files.reduce((sum, { content }) => sum + content.length, 0) / 1000).toLocaleString('en')} kB`

/** Makes one kind and says so. */
async function timed(
  kind: HandoutKind,
  { progress }: HandoutRequest,
  make: () => Promise<readonly HandoutFile[]>,
): Promise<readonly HandoutFile[]> {
  const start = performance.now()
  const files = await make()
  const [first] = files
  const name = files.length === 1 || !first ? first?.name : `${files.length} files`
  progress(`${kind}: ${name}, ${inKilobytes(files)}, in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return files
}

interface Printed {
  readonly files: readonly HandoutFile[]
  readonly made: readonly HandoutKind[]
  readonly browser: string | null
  readonly lacksBrowser: boolean
}

/** PDF and pictures, by one browser. */
async function printed(making: Making): Promise<Printed> {
  const made = making.kinds.filter(needsBrowser)
  if (made.length === 0) return { files: [], made, browser: null, lacksBrowser: false }
  const found = await findBrowser(making.project.engine, making.env)
  if (!found) return { files: [], made: [], browser: null, lacksBrowser: true }
  const [{ withBrowser }, { pdfFiles }, { pictureFiles }] = await Promise.all([
    import('./printing.ts'),
    import('./pdf.ts'),
    import('./pictures.ts'),
  ])
  return withBrowser(found, making.progress, async (printing) => {
    const files: HandoutFile[] = []
    if (made.includes('pdf')) files.push(...(await timed('pdf', making, () => pdfFiles(making, printing))))
    if (made.includes('pictures'))
      files.push(...(await timed('pictures', making, () => pictureFiles(making, printing))))
    return { files, made, browser: printing.version, lacksBrowser: false }
  })
}

/** The drawing of a chart among the files of a build: "<id>-<hash>.svg". */
function drawings(folder: string): (chart: string) => Buffer | undefined {
  const names = readdirSync(join(folder, builtAssets)).filter((name) => name.endsWith('.svg'))
  const byChart = new Map(names.map((name) => [name.slice(0, -'-0123456789.svg'.length), name]))
  return (chart) => {
    const name = byChart.get(chart)
    return name === undefined ? undefined : readFileSync(join(folder, builtAssets, name))
  }
}

interface Written {
  readonly built: BuiltDeck
  readonly build: Built
  readonly folder: string
  readonly id: string
  readonly date: string
}

/** What needs no browser; a page that browsers are to print is left in the folder. */
async function written(
  request: HandoutRequest,
  { built, build, folder, id, date }: Written,
): Promise<{ readonly files: readonly HandoutFile[]; readonly page: string }> {
  const { kinds, project } = request
  const files: HandoutFile[] = []
  if (kinds.includes('databook'))
    files.push(
      ...(await timed('databook', request, async () =>
        databookFiles(built, { id, date, project, files: build.files }),
      )),
    )
  if (kinds.includes('pptx')) {
    const { pptxFiles } = await import('./pptx-files.ts')
    files.push(
      ...(await timed('pptx', request, () => pptxFiles(built, { id, date, project, progress: request.progress }))),
    )
  }
  const page = join(folder, 'page.html')
  if (kinds.some(needsPage)) {
    const make = async (): Promise<readonly HandoutFile[]> => [
      { name: `${id}.html`, content: Buffer.from(await offlineFile(join(folder, 'dist'))) },
    ]
    const offline = kinds.includes('offline') ? await timed('offline', request, make) : await make()
    writeFileSync(page, offline[0]?.content ?? '')
    if (kinds.includes('offline')) files.push(...offline)
  }
  return { files, page }
}

async function makeAll(request: HandoutRequest, built: BuiltDeck, build: Built, folder: string): Promise<HandoutsMade> {
  const { out } = request
  const [id, date] = [deckId(built.evidence.config), dayOf(request, built)]
  const { files: own, page } = await written(request, { built, build, folder, id, date })
  const svgs = drawings(join(folder, 'dist'))
  const { made, browser, lacksBrowser, ...print } = await printed({ ...request, built, id, date, page, svgs })
  const files = [...own, ...print.files]
  const { edition } = request.project
  const names = new Set(files.map(({ name }) => name))
  const isMade = (name: string): boolean =>
    names.has(name) || (made.includes('pictures') && /^(?:slides|charts)\//.test(name))
  const kept = keptFiles(out, { id, edition, isMade })
  const said = contentDigest(build.files)
  const all = [...kept.files, ...files.map((file) => ({ ...file, deck: said }))]
  const manifest = manifestOf(all, { id, edition, browser: browser ?? kept.browser })
  place(out, [...all, { name: 'manifest.json', content: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) }])
  return { build, files, lacksBrowser, licences: readFileSync(join(folder, 'dist', licencesName), 'utf8') }
}

/** Puts files into a folder, all or none. */
function place(out: string, files: readonly HandoutFile[]): void {
  const output = openOutput(out)
  try {
    for (const { name, content } of files) {
      mkdirSync(dirname(join(output.made, name)), { recursive: true })
      writeFileSync(join(output.made, name), content)
    }
    output.place()
  } finally {
    output.discard()
  }
}

/** Builds a deck and makes hand-outs from it; while it has errors nothing is touched. What other runs made of the deck stays. */
export async function makeHandouts(request: HandoutRequest): Promise<HandoutsMade> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-handouts-'))
  try {
    const build = await buildDeck(request.project, { out: join(folder, 'dist'), cache: request.cache })
    if (!build.built) return { build, files: undefined, lacksBrowser: false, licences: '' }
    return await makeAll(request, build.built, build, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
