import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, request as send } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FiguresTable } from '../model/page-data.ts'
import { liveImport } from '../project/import/live-import.ts'
import { type FiguresDoor, figuresDoor, isFromHere, openDoor, watchWorkbooks } from './figures-door.ts'

const engine = resolve(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'quarterdeck-door-'))
const figures = join(root, 'data/figures/q3.csv')
const mapping =
  '- file: ../finance-*.csv\n  document: Q320\n  blocks: [{labels: A, heads: 1, unit: USD mn, lines: {Fuel: sales.fuel}}]\n'
const finance = (fuel: string): string => `,Q3 FY20,Q3 FY19\nFuel,${fuel},279.8\n`

let server: Server
let port: number
let door: FiguresDoor
beforeAll(async () => {
  cpSync(join(engine, 'tests/golden/tillman'), root, { recursive: true })
  writeFileSync(join(root, 'data/import.yaml'), mapping)
  door = openDoor(async () => live)
  server = createServer((request, response) => void door.handle(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
const live = liveImport({ root, engine })
afterAll(() => {
  server.close()
  rmSync(root, { recursive: true, force: true })
})

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

/** A request as a page of this server sends it, with other headers in place of some; undefined takes one out. */
function ask(
  path: string,
  { method = 'POST', headers = {}, body = '' }: Sent = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const host = `localhost:${port}`
  const all = {
    host,
    origin: `http://${host}`,
    'content-type': 'application/octet-stream',
    'x-quarterdeck-token': door.token,
    ...headers,
  }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return new Promise((done, failed) => {
    const request = send(
      { port, host: '127.0.0.1', path: `${figuresDoor}${path}`, method, headers: given },
      (response) => {
        let text = ''
        response.on('data', (part) => (text += part))
        response.on('end', () => done({ status: response.statusCode ?? 0, text }))
      },
    )
    request.on('error', failed)
    request.end(body)
  })
}

const read = (fuel: string, other?: Sent) => ask('read?name=finance-3Q.csv', { body: finance(fuel), ...other })

describe('the door for figures', () => {
  test.each<readonly [string, Sent]>([
    ['without the token', { headers: { 'x-quarterdeck-token': undefined } }],
    ['with another token', { headers: { 'x-quarterdeck-token': 'A'.repeat(32) } }],
    ['from a page of another origin', { headers: { origin: 'http://elsewhere.example' } }],
    ['from a page of another port', { headers: { origin: 'http://localhost:1' } }],
    ['from no page', { headers: { origin: undefined } }],
    ['from a sandboxed page', { headers: { origin: 'null' } }],
    [
      'to a foreign name that leads here',
      { headers: { host: 'elsewhere.example', origin: 'http://elsewhere.example' } },
    ],
    [
      'to a name that only begins like ours',
      { headers: { host: 'localhost.elsewhere.example', origin: 'http://localhost.elsewhere.example' } },
    ],
    ['to another port of ours', { headers: { host: 'localhost:1', origin: 'http://localhost:1' } }],
    ['as a form sends it', { headers: { 'content-type': 'text/plain' } }],
    ['as a link is followed', { method: 'GET', body: '' }],
  ])('is shut to a request %s, and nothing is written', async (_, other) => {
    const before = readFileSync(figures, 'utf8')
    expect(await read('999.9', other)).toEqual({ status: 403, text: '{}' })
    expect((await ask('write?id=1', other)).status).toBe(403)
    expect(readFileSync(figures, 'utf8')).toBe(before)
  })

  test('is shut to the network, whatever a request says', () => {
    const from = (remoteAddress: string) =>
      isFromHere({
        headers: { host: 'localhost:5173' },
        socket: Object.assign(Object.create(null), { remoteAddress, localPort: 5173 }),
      })
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '192.168.1.20', '::ffff:10.0.0.1', '1270.0.0.1'].map(from)).toEqual(
      [true, true, true, false, false, false],
    )
  })

  test('shows what a file would change, and writes it once', async () => {
    const { status, text } = await read('204.9')
    expect(status).toBe(200)
    const table: FiguresTable = JSON.parse(text)
    expect(table.rows).toEqual([
      ['changed', 'sales.fuel', 'Q3 FY20', '203.8 USD mn', '204.9 USD mn', 'finance-3Q.csv B2'],
    ])
    expect(readFileSync(figures, 'utf8')).toContain(',203.8,')
    expect((await ask(`write?id=${table.id}`)).status).toBe(200)
    expect(readFileSync(figures, 'utf8')).toContain('Q3 FY20: finance-3Q.csv B2')
    expect((await ask(`write?id=${table.id}`)).status).toBe(409)
  })

  test.each([
    ['read?name=other.csv', finance('1.0'), 'no entry of data/import.yaml is for it'],
    ['read?name=..%2f..%2fetc%2fpasswd', '', 'unknown file passwd'],
    ['read?name=finance-3Q.csv', ',Q3 FY20\nFuel,tbc\n', 'invalid number'],
  ])('%s: a file that does not fit cannot be written', async (path, body, word) => {
    const table: FiguresTable = JSON.parse((await ask(path, { body })).text)
    expect(table.notes.join(' ')).toContain(word)
    expect(table.write).toBeUndefined()
    expect((await ask(`write?id=${table.id}`)).status).toBe(409)
  })

  test.each([
    ['elsewhere', 404],
    ['write?id=x', 409],
  ])('%s is refused', async (path, status) => {
    expect((await ask(path)).status).toBe(status)
  })
})

test('saving a file that the mapping names shows its table; another file does not', async () => {
  const folder = resolve(root, '..')
  const name = `finance-${process.pid}.csv`
  const shown: FiguresTable[] = []
  const watching = watchWorkbooks({
    root,
    load: async () => live,
    show: (table) => shown.push(table),
    failed: (text) => expect(text).toBe(''),
  })
  await watching.again()
  try {
    writeFileSync(join(folder, `budget-${process.pid}.csv`), finance('1.0'))
    writeFileSync(join(folder, name), finance('206.1'))
    await expect.poll(() => shown.length, { timeout: 20_000 }).toBe(1)
    expect(shown[0]?.rows[0]?.slice(-2)).toEqual(['206.1 USD mn', `${name} B2`])
  } finally {
    watching.end()
    for (const file of [name, `budget-${process.pid}.csv`]) rmSync(join(folder, file), { force: true })
  }
})
