import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deckId } from '../export/deck-id.ts'
import { zipOf } from '../export/workbook/zip-writer.ts'
import { fill } from '../language/fill.ts'
import { fileDigest } from '../project/record/digest.ts'
import { type HandoutsMade, makeHandouts } from './handouts.ts'
import type { HandoutRequest } from './making.ts'
import type { HandoutFile } from './manifest.ts'

type VenueRequest = Pick<HandoutRequest, 'project' | 'out' | 'cache' | 'env' | 'progress'>

/** What was made; the kit is undefined while the deck does not build. */
interface VenueMade extends Pick<HandoutsMade, 'build' | 'lacksBrowser'> {
  readonly kit: HandoutFile | undefined
}

/** The files of the kit by their paths in it, with their sums in the form that sha256sum checks. */
function kitOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(files).sort()
  const sums = names.map((name) => `${fileDigest(files[name] ?? Buffer.alloc(0))}  ${name}\n`).join('')
  return zipOf({ ...Object.fromEntries(names.map((name) => [name, files[name] ?? ''])), SHA256SUMS: sums })
}

const into = (folder: string, { files = [] }: HandoutsMade): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(files.map(({ name, content }) => [`${folder}${name}`, content]))

/** Makes one zip for the stage: the deck as offline file, PDF and PowerPoint; what only the speaker needs stands in notes/. */
export async function makeVenueKit(request: VenueRequest): Promise<VenueMade> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-venue-'))
  const print = { notes: false, handout: undefined, paper: 'A4', dpi: 96 } as const
  const { project, out } = request
  try {
    const given = { ...request, print, kinds: ['pptx', 'offline', 'pdf'] as const, out: join(folder, 'public') }
    const open = await makeHandouts({ ...given, project: { ...project, edition: 'public' } })
    const { built } = open.build
    if (!open.files || !built) return { build: open.build, lacksBrowser: false, kit: undefined }
    const spoken = { ...given, print: { ...print, notes: true }, kinds: ['offline', 'pdf'] as const }
    const own = await makeHandouts({
      ...spoken,
      out: join(folder, 'notes'),
      project: { ...project, edition: 'presenter' },
    })
    const { config } = built.evidence
    const id = deckId(config)
    const { title, lines } = config.language.handouts.venue
    const page = [fill(title, { title: config.title }), ...lines.map((line) => fill(line, { id }))].join('\n\n')
    const content = kitOf({
      ...into('', open),
      ...into('notes/', own),
      'how-to.txt': Buffer.from(`${page}\n`),
      'licenses.txt': Buffer.from(open.licences),
    })
    const kit = { name: `${id}-venue.zip`, content }
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, kit.name), content)
    return { build: open.build, lacksBrowser: open.lacksBrowser || own.lacksBrowser, kit }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
