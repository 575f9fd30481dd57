import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type DeckThread, startDeck } from './deck-thread.ts'
import type { Notice } from './messages.ts'

let folder: string
let deck: DeckThread
let heard: Notice[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-thread-'))
  heard = []
})
afterEach(() => {
  deck.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A thread of our own that answers, but dies of the questions about some path. */
function startThread(dies: string): void {
  const script = join(folder, 'thread.mjs')
  const lines = [
    "import { existsSync } from 'node:fs'",
    "import { parentPort } from 'node:worker_threads'",
    "parentPort.on('message', ({ id, question: { path } }) => {",
    `  if (${dies}) throw new Error('lost in ' + path)`,
    "  parentPort.postMessage({ kind: 'answer', id, answer: { kind: 'asset', content: path } })",
    '})',
  ]
  writeFileSync(script, lines.join('\n'))
  deck = startDeck({ root: folder, engine: folder, edition: 'presenter', colors: false }, script)
  deck.hear((notice) => void heard.push(notice))
}

const ask = (path: string) => deck.ask({ kind: 'asset', path })
const failed = { kind: 'failed', error: expect.stringContaining('lost in /bad') }
const reported = () => heard.map((notice) => (notice.kind === 'log' ? notice.text.split('\n')[0] : notice.kind))

test('a thread that dies of an error of ours is replaced: who waited hears of it, pages load again, the rest goes on', async () => {
  startThread("path === '/bad'")
  for (let times = 0; times < 5; times++) {
    expect(await ask('/good')).toEqual({ kind: 'asset', content: '/good' })
    expect(await Promise.all([ask('/bad'), ask('/late')])).toEqual([failed, failed])
  }
  expect(await ask('/good')).toEqual({ kind: 'asset', content: '/good' })
  expect(reported()).toEqual(Array.from({ length: 5 }, () => ['Error: lost in /bad', 'reload']).flat())
})

test('one that always dies is not replaced for ever, but tried again for each page, and is back when the cause is gone', async () => {
  const cause = join(folder, 'cause')
  writeFileSync(cause, '')
  startThread(`existsSync(${JSON.stringify(cause)})`)
  for (let times = 0; times < 6; times++) expect(await ask('/bad')).toEqual(failed)
  await vi.waitFor(() => expect(reported().filter((one) => one === 'reload')).toHaveLength(2))
  rmSync(cause)
  expect(await ask('/good')).toEqual({ kind: 'asset', content: '/good' })
})
