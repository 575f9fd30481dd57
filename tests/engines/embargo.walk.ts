import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import { en } from '../../src/language/en.ts'
import { type SealedSite, sealedSite } from '../../src/site/embargo/fixtures.ts'
import { placeReleased } from '../../src/site/embargo/released.ts'
import { newPassphrase } from '../../src/site/embargo/secret.ts'
import { engine as engineFolder, removeFolder, tempFolder } from '../../src/site/fixtures.ts'
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

test(`a passphrase opens an embargoed deck in ${name}, charts and all, a wrong one does not, and its readers find the released one`, async () => {
  const seat = await engine.open(server.address + site.sealed.path, { width: 1280, height: 720 })
  expect(await seat.run(tell, 'wrong')).toBe('wrong')
  expect(await seat.run(tell, passphrase)).toBe('')
  const started = (): Promise<string> => seat.run(waitForStart).catch(() => 'it is loaded again')
  await expect.poll(started, { timeout: 120_000 }).toBe('')
  expect(await seat.run(showInPage, 'revenue')).toBe('')
  expect(await seat.problems()).toEqual([])

  // released while it is open: the reader who comes back to the window is led to the same slide
  const { to, approved, sealed } = site
  placeReleased({ to, engine: engineFolder, language: en, approved, folder: basename(sealed.path) }, () => '')
  await seat.run(() => document.dispatchEvent(new Event('visibilitychange')))
  const where = (): Promise<string> => seat.run(() => location.href).catch(() => 'it is loaded again')
  await expect.poll(where, { timeout: 60_000 }).toBe(`${server.address}fy24/#/revenue`)
  await expect.poll(started, { timeout: 60_000 }).toBe('')
  await seat.close()

  // the page of a shared slide turns into the deck, there
  const shared = await engine.open(`${server.address}fy24/results/`, { width: 1280, height: 720 })
  expect(await shared.run(waitForStart)).toBe('')
  expect(await shared.run(() => location.href)).toBe(`${server.address}fy24/#/results`)
  expect(await shared.problems()).toEqual([])
  await shared.close()
})
