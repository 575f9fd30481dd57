import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { previewServer } from './preview.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-preview-'))
const outDir = join(base, 'dist')
let address = ''
let close: () => Promise<void>

beforeAll(async () => {
  mkdirSync(join(outDir, 'files'), { recursive: true })
  writeFileSync(join(outDir, 'index.html'), '<!doctype html><title>Deck</title>')
  writeFileSync(join(outDir, 'files', 'report.txt'), 'report')
  writeFileSync(join(outDir, '.env'), 'secret')
  writeFileSync(join(base, 'secret.txt'), 'secret')
  symlinkSync(join(base, 'secret.txt'), join(outDir, 'linked.txt'))
  const server = await previewServer({ root: base, outDir, opens: false, port: 0 })
  const bound = server.httpServer.address()
  address = `http://localhost:${typeof bound === 'object' ? bound?.port : ''}`
  close = () => server.close()
})
afterAll(async () => {
  await close()
  rmSync(base, { recursive: true, force: true })
})

test.each([
  ['GET', '/', 200],
  ['GET', '/files/report.txt', 200],
  ['GET', '/files/annual.pdf', 404],
  ['GET', '/no/such/page', 404],
  ['GET', '/.env', 404],
  ['GET', '/linked.txt', 404],
  ['GET', '/%', 400],
  ['DELETE', '/files/report.txt', 405],
])('what was built is served as by any web server: %s %s is answered with %i', async (method, path, status) => {
  const answer = await fetch(`${address}${path}`, { method })
  expect(answer.status).toBe(status)
  if (status !== 200) expect(await answer.text()).not.toMatch(/Deck|secret/)
})
