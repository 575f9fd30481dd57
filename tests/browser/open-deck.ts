import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { quarterdeck } from './command-line.ts'
import { type DeckPage, openPage } from './deck-page.ts'
import { serveFolder } from './static-server.ts'

/** A deck of some files by their paths, built, served and opened at the size of its slides; closing it leaves nothing behind. */
export async function openDeck(files: Readonly<Record<string, string>>): Promise<DeckPage> {
  const base = mkdtempSync(join(tmpdir(), 'quarterdeck-open-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), text)
  }
  const { code, err } = await quarterdeck('build', '--root', base)
  if (code !== 0) throw new Error(err)
  const server = await serveFolder(join(base, 'dist'))
  const deck = await openPage(server.address, { width: 1920, height: 1080 })
  return {
    ...deck,
    async close() {
      await deck.close()
      await server.close()
      rmSync(base, { recursive: true, force: true })
    },
  }
}
