import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import { serverReader } from '../../src/site/check/readers.ts'
import { verifySite } from '../../src/site/check/verify.ts'
import { buildTestDeck, engine, publishBuilt, removeFolder, tempFolder } from '../../src/site/fixtures.ts'
import { packAssets } from '../../src/site/packed-assets.ts'

/** The servers of docs/hosting.md, with the settings that stand there. */
const isInstalled = (command: string): boolean => spawnSync(command, ['-h'], { stdio: 'ignore' }).error === undefined

const page = readFileSync(join(engine, 'docs/hosting.md'), 'utf8')
const settings = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''

let base: string

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}

interface Host {
  readonly name: string
  start(folder: string, port: number): ChildProcess
}

const hosts: readonly Host[] = [
  {
    name: 'nginx',
    start(folder, port) {
      const server = settings('nginx')
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('/srv/www', join(folder, 'www'))
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (one) => `${one}_temp_path ${folder}/${one};`,
      )
      const text = `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr; events {}\nhttp { include /etc/nginx/mime.types; access_log off; ${paths.join(' ')}\n${server}}\n`
      writeFileSync(join(folder, 'nginx.conf'), text)
      return spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
    },
  },
  {
    name: 'caddy',
    start(folder, port) {
      const text = settings('caddy')
        .replace(':80 {', `http://127.0.0.1:${port} {`)
        .replace('/srv/www', join(folder, 'www'))
      writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${text}`)
      const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
      return spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
        stdio: 'ignore',
        env,
      })
    },
  },
]

beforeAll(async () => {
  base = tempFolder('hosts')
  const deck = await buildTestDeck(base, 'fy24', newDeck)
  packAssets(deck.folder)
  publishBuilt(deck, { to: join(base, 'www', 'ir'), id: 'fy24' })
}, 120_000)
afterAll(() => removeFolder(base))

/** A file as it comes over the wire, packed as was asked for. */
const packedBytes = (address: string, coding: string): Promise<Buffer> =>
  new Promise((read, failed) => {
    request(address, { headers: { 'Accept-Encoding': coding } }, async (response) => {
      expect(response.headers['content-encoding']).toBe(coding)
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part)
      read(Buffer.concat(parts))
    })
      .on('error', failed)
      .end()
  })

/** Waits until the server answers. */
async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isUp = await fetch(address).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error(`nothing answers at ${address}`)
}

describe.each(hosts)('$name, set up as docs/hosting.md says', ({ name, start }) => {
  const has = isInstalled(name)
  if (!has) console.log(`${name} is not installed: skipped`)

  test.skipIf(!has)('serves a site below a path as it was published, with its headers', async () => {
    const port = await freePort()
    const server = start(base, port)
    const root = `http://127.0.0.1:${port}/ir/`
    try {
      await answering(root)
      expect((await verifySite(serverReader(root))).faults).toEqual([])
      const slide = await fetch(`${root}fy24/revenue/`)
      expect(slide.headers.get('content-type')).toMatch(/^text\/html/)
      expect(slide.headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(slide.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(slide.headers.get('x-frame-options')).toBe('DENY')
      expect(slide.headers.get('x-content-type-options')).toBe('nosniff')
      expect(slide.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
      expect(slide.headers.get('cache-control')).toBe('public, max-age=300')
      expect(slide.headers.get('x-robots-tag')).toBeNull()
      const sealed = await fetch(`${root}e/`)
      const hidden = ['x-robots-tag', 'referrer-policy', 'x-frame-options'].map((name) => sealed.headers.get(name))
      expect([sealed.status, ...hidden]).toEqual([200, 'noindex, nofollow', 'no-referrer', 'DENY'])
      const frame = await fetch(`${root}fy24/revenue/embed/`)
      expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors *')
      expect(frame.headers.get('x-frame-options')).toBeNull()
      const [, script = ''] = /src="\.\.\/(assets\/[^"]+\.js)"/.exec(await slide.text()) ?? []
      const asset = await fetch(`${root}fy24/${script}`)
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(asset.headers.get('content-type')).toMatch(/javascript/)
      for (const [coding, ending] of name === 'nginx'
        ? [['gzip', 'gz']]
        : [
            ['br', 'br'],
            ['gzip', 'gz'],
          ]) {
        const packed = await packedBytes(`${root}fy24/${script}`, String(coding))
        expect(packed.equals(readFileSync(join(base, 'www/ir/fy24', `${script}.${ending}`))), coding).toBe(true)
      }
      const missing = await fetch(`${root}fy24/nowhere/`)
      expect([missing.status, await missing.text()]).toEqual([404, readFileSync(join(base, 'www/ir/404.html'), 'utf8')])
      const bare = await fetch(`${root}fy24/revenue`, { redirect: 'manual' })
      expect([301, 308]).toContain(bare.status)
      expect(bare.headers.get('location')).toMatch(/(?:^|\/)revenue\/$/)
      const part = await fetch(`${root}fy24/revenue/preview.png`, { headers: { Range: 'bytes=1-3' } })
      expect([part.status, await part.text()]).toEqual([206, 'PNG'])
      const etag = asset.headers.get('etag') ?? ''
      const plain = await fetch(`${root}fy24/revenue/preview.png`)
      expect(etag).not.toBe('')
      const again = await fetch(`${root}fy24/revenue/preview.png`, {
        headers: { 'If-None-Match': plain.headers.get('etag') ?? '' },
      })
      expect(again.status).toBe(304)
    } finally {
      server.kill('SIGTERM')
    }
  })
})
