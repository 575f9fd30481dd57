import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isLong, tries } from '../long.ts'
import { combinedDeck } from './combinations.ts'
import { quarterdeck } from './command-line.ts'
import { openPage, showSlide } from './deck-page.ts'
import { layoutFaults } from './layout-faults.ts'
import { serveFolder } from './static-server.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-combinations-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Slides that a report names, by what it says of them. */
const namedIn = (report: string, severity: 'error' | 'warning'): ReadonlySet<string> =>
  new Set(
    [...report.matchAll(new RegExp(`^${severity}\\[[\\w-]+\\] slides/\\d+-([^:]+)\\.md`, 'gm'))].map(
      ([, id = '']) => id,
    ),
  )

/** Builds what of a deck has no error; the ids of its slides, and of those that have a warning. */
async function buildSound(root: string, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const idOf = (path: string): string => path.replace(/^slides\/\d+-|\.md$/g, '')
  let left = Object.keys(files).filter((path) => path.startsWith('slides/'))
  for (let round = 0; round < 6; round++) {
    const { code, err } = await quarterdeck('build', '--root', root)
    if (code === 0) return { slides: left.map(idOf), warned: namedIn(err, 'warning') }
    const broken = namedIn(err, 'error')
    for (const path of left) if (broken.has(idOf(path))) rmSync(join(root, path))
    left = left.filter((path) => !broken.has(idOf(path)))
  }
  throw new Error('the deck stays unsound')
}

test.each(Array.from({ length: tries(1, 6) }, (_, index) => index + 11))(
  'a slide without a finding has all that it says in its place: layouts, classes and contents by chance, seed %i',
  { timeout: 240_000 },
  async (seed) => {
    const root = join(base, String(seed))
    const { slides, warned } = await buildSound(root, combinedDeck(seed, tries(3, 12)))
    const server = await serveFolder(join(root, 'dist'))
    const { page, close } = await openPage(server.address, { width: 1920, height: 1080 })
    const sound = slides.filter((id) => !warned.has(id))
    const faulty: string[] = []
    for (const id of sound) {
      await showSlide(page, id)
      const faults = await layoutFaults(page, id)
      if (faults.length > 0) faulty.push(`${id}: ${faults.join(', ')}`)
    }
    await close()
    await server.close()
    expect(sound.length).toBeGreaterThan(slides.length / 5)
    expect(warned.size).toBeGreaterThan(slides.length / 10)
    if (isLong) expect(faulty.length, faulty.join('\n')).toBeLessThanOrEqual(slides.length / 50)
    else expect(faulty).toEqual([])
  },
)
