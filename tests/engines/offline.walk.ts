import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { offlineFile } from '../../src/handouts/built-deck.ts'
import { launchFirefox } from './firefox.ts'
import type { Engine } from './seat.ts'
import { walk } from './walk.ts'
import { unwatched } from './watched.ts'
import { launchWebKit } from './webkit.ts'

const { QUARTERDECK_ENGINE: name = '', QUARTERDECK_BINARY: binary = '' } = process.env

const base = mkdtempSync(join(tmpdir(), 'quarterdeck offline é-'))
let engine: Engine
beforeAll(async () => {
  engine = name === 'firefox' ? await launchFirefox(binary) : await launchWebKit(binary)
})
afterAll(async () => {
  await engine.close()
  rmSync(base, { recursive: true, force: true })
})

test.each(['public', 'presenter'] as const)(
  `the offline file, %s, is alive from a disk in ${name}`,
  async (edition) => {
    const path = join(base, `${edition}.html`)
    writeFileSync(path, await offlineFile(inject('decks')[edition].folder))
    const size = { width: 1280, height: 720 }
    const seat = await engine.open(pathToFileURL(path).href, size)
    // a policy of hashes lets no script into the file, so a driver that cannot listen has nothing to tell
    expect((await walk(seat, size)).filter((fault) => !fault.endsWith(unwatched))).toEqual([])
    await seat.close()
  },
)
