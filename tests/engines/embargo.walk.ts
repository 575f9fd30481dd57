import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import { type SealedSite, sealedSite } from '../../src/site/embargo/fixtures.ts'
import { newPassphrase } from '../../src/site/embargo/secret.ts'
import { removeFolder, tempFolder } from '../../src/site/fixtures.ts'
import { type StaticServer, serveFolder } from '../browser/static-server.ts'
import { launchFirefox } from './firefox.ts'
import { showInPage, waitForStart } from './in-page.ts'
import type { Engine } from './seat.ts'
import { launchWebKit } from './webkit.ts'

const { QUARTERDECK_ENGINE: name = '', QUARTERDECK_BINARY: binary = '' } = process.env

const passphrase = newPassphrase(randomBytes)
let base: string
let site: SealedSite
let server: StaticServer
let engine: Engine

beforeAll(async () => {
  base = tempFolder('embargo-walk')
  site = await sealedSite(base, newDeck, { secret: { kind: 'passphrase', text: passphrase }, handouts: [] })
  server = await serveFolder(site.to)
  engine = name === 'firefox' ? await launchFirefox(binary) : await launchWebKit(binary)
})
afterAll(async () => {
  await engine.close()
  await server.close()
  removeFolder(base)
})

/** Runs in the page: types a passphrase and gives what the page then says; "" where it goes away instead. */
async function tell(secret: string): Promise<string> {
  const shown = (): string =>
    [...document.querySelectorAll<HTMLElement>('[data-say]')].find(({ hidden }) => !hidden)?.dataset.say ?? ''
  const field = document.querySelector('input')
  for (const end = performance.now() + 30_000; performance.now() < end && field?.form?.hidden !== false; )
    await new Promise((done) => setTimeout(done, 25))
  if (!field?.form) return 'no form'
  field.value = secret
  field.form.requestSubmit()
  if (secret !== 'wrong') return '' // the page is loaded again
  for (const end = performance.now() + 30_000; performance.now() < end && /^(?:opening)?$/.test(shown()); )
    await new Promise((done) => setTimeout(done, 25))
  return shown()
}

test(`a passphrase opens an embargoed deck in ${name}, charts and all, and a wrong one does not`, async () => {
  const seat = await engine.open(server.address + site.sealed.path, { width: 1280, height: 720 })
  expect(await seat.run(tell, 'wrong')).toBe('wrong')
  expect(await seat.run(tell, passphrase)).toBe('')
  const started = (): Promise<string> => seat.run(waitForStart).catch(() => 'it is loaded again')
  await expect.poll(started, { timeout: 120_000 }).toBe('')
  expect(await seat.run(showInPage, 'revenue')).toBe('')
  expect(await seat.problems()).toEqual([])
  await seat.close()
})
