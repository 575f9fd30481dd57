import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tries } from '../long.ts'
import { seededRandom } from '../mutation/random.ts'
import { type DevServer, startServer, writeNewDeck } from './command-line.ts'
import { openPage } from './deck-page.ts'

let root: string
let server: DevServer
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-hostile-'))
  writeNewDeck(root)
  server = await startServer(root)
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

const random = seededRandom(11)
const below = (limit: number): number => Math.floor(random() * limit)
const any = <T>(...list: readonly T[]): T | undefined => list[below(list.length)]
const bytes = (length: number): string => String.fromCharCode(...Array.from({ length }, () => below(256)))

const path = (): string =>
  [
    any('/', '/@fs/', '/@id/', '/@quarterdeck/', '/@quarterdeck/assets/', '/src/', '//', '', 'http://elsewhere/'),
    any('%', '%E0%A4%A', '%00', '..%2f..%2f', '../../../etc/passwd', '\\..\\', bytes(12), 'a'.repeat(below(9000))),
    any('', '?raw', '?import&url', '?direct', '#x', '?%'),
  ].join('')

/** One request, hardly ever a good one, as bytes. */
function request(): string {
  if (below(8) === 0) return bytes(200)
  const head = `${any('GET', 'HEAD', 'POST', 'OPTIONS', 'BREW', '')} ${path()} HTTP/${any('1.1', '1.0', '9', '')}\r\n`
  const host = any('Host: localhost\r\n', 'Host: elsewhere.example\r\n', '', `Host: ${bytes(9)}\r\n`)
  const more = any(
    '',
    'Content-Length: -1\r\n',
    'Upgrade: websocket\r\nConnection: Upgrade\r\n',
    'Range: bytes=9-1\r\n',
    'Cookie\r\n',
  )
  return `${head}${host}${more}${any('\r\n', '', '\r\n{}')}`
}

/** Sends bytes and waits until the server has answered or hung up, or clearly does neither. */
const send = (port: number, text: string): Promise<void> =>
  new Promise((ended) => {
    const socket = connect({ port, host: 'localhost' }, () => socket.end(text, 'latin1'))
    socket.on('error', () => undefined)
    socket.on('data', () => socket.destroy())
    socket.setTimeout(300, () => socket.destroy()) // it waits for the rest of a request that has none
    socket.on('close', () => ended())
  })

test('no request and no message ends the server', async () => {
  const port = Number(new URL(server.address).port)
  for (let count = 0; count < tries(100, 2000); count += 20)
    await Promise.all(Array.from({ length: 20 }, () => send(port, request())))
  const deck = await openPage(server.address, { width: 1280, height: 720 })
  const messages = Array.from({ length: tries(100, 2000) }, () =>
    any(
      '{"type":"custom","event":"deck:ready"}',
      '{"type":"custom","event":"deck:ready","data":null}',
      '{"type":"custom","event":"deck:ready","data":{"revision":-1}}',
      `{"type":"custom","event":"deck:ready","data":{"revision":"${below(9)}"}}`,
      '{"type":"custom","event":"deck:patch","data":{}}',
      '{"type":"custom","event":"vite:invalidate"}',
      '{"type":"custom","event":"vite:invalidate","data":{"path":"/../x"}}',
      '{"type":"custom"}',
      '{"type":"ping"}',
      '[]',
      'null',
      '{',
      bytes(30),
    ),
  )
  await deck.page.evaluate(async (texts) => {
    const client = await (await fetch('/@vite/client')).text()
    const token = /wsToken = "([^"]*)"/.exec(client)?.[1]
    // A message that a handler fails at may leave its connection deaf: each has one of its own.
    for (const text of texts) {
      const socket = new WebSocket(`ws://${location.host}/?token=${token}`, 'vite-hmr')
      await new Promise((opened, failed) => {
        socket.onopen = opened
        socket.onerror = failed
      })
      socket.send(text ?? '')
      socket.send(new Uint8Array([0, 159, 146, 150]))
      socket.close()
    }
  }, messages)
  await deck.close()
  const answer = await fetch(server.address)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('<section')
  expect((await fetch(new URL('/slides/010-cover.md', server.address))).status).toBe(404)
}, 300_000)
