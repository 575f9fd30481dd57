import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newDeck } from '../cli/new.ts'
import type { Answer, Notice } from './messages.ts'
import { serveDeck } from './served-deck.ts'

const engine = resolve(import.meta.dirname, '../..')
const slide = 'slides/030-results.md'
let root: string
let close: () => void
/** Slides of every patch that open pages got. */
let orders: (readonly string[])[]
let reloads: number

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-serve-'))
  for (const [path, text] of Object.entries(newDeck)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  orders = []
  reloads = 0
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise<void>((done) => {
    port1.on('message', (notice: Notice) => {
      if (notice.kind === 'answer') done()
      if (notice.kind === 'reload') reloads++
      if (notice.kind === 'send' && notice.message[0] === 'deck:patch') orders.push(notice.message[1].order)
    })
  })
  serveDeck({ root, engine, edition: 'presenter', draft: 'while-open', colors: false }, port2)
  port1.postMessage({ id: 1, question: { kind: 'page' } })
  await answered
  close = () => port1.close()
})
afterEach(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

test.each([0, 150, 300])('a slide that is gone for %i ms never leaves open pages', async (gone) => {
  const text = readFileSync(join(root, slide), 'utf8')
  rmSync(join(root, slide))
  await pause(gone)
  writeFileSync(join(root, slide), text.replace('Consolidated results', 'Results of the group'))
  await vi.waitFor(() => expect(orders.length).toBeGreaterThan(0), 10_000)
  await pause(1000)
  expect(orders.filter((order) => !order.includes('results'))).toEqual([])
})

test.each(['data/figures/results.csv', slide])(
  '%s that is empty while it is written never changes open pages',
  async (path) => {
    const text = readFileSync(join(root, path), 'utf8')
    writeFileSync(join(root, path), '')
    await pause(150)
    writeFileSync(
      join(root, path),
      text.replace('70.1', '72.1').replace('Consolidated results', 'Results of the group'),
    )
    await vi.waitFor(() => expect(orders.length).toBeGreaterThan(0), 10_000)
    await pause(1000)
    expect(reloads).toBe(0) // as of a draft, which lacks what is not there yet
  },
)

test('one that stays away leaves them', async () => {
  rmSync(join(root, slide))
  await vi.waitFor(() => expect(orders.at(-1)).toEqual(['cover', 'revenue', 'contact']), 10_000)
})

/** What a deck says that is served from a folder, until it has answered for its page. */
async function firstAnswer(project: {
  root: string
  engine: string
}): Promise<{ answer: Answer; port: MessagePort; notices: Notice[] }> {
  const { port1, port2 } = new MessageChannel()
  const notices: Notice[] = []
  const answer = new Promise<Answer>((done) => {
    port1.on('message', (notice: Notice) => {
      notices.push(notice)
      if (notice.kind === 'answer') done(notice.answer)
    })
  })
  void serveDeck({ ...project, edition: 'presenter', colors: true }, port2)
  port1.postMessage({ id: 1, question: { kind: 'page' } })
  return { answer: await answer, port: port1, notices }
}

test('a deck that is broken from the start is told in colours to the terminal and as plain text to the page', async () => {
  writeFileSync(join(root, slide), '---\nlayout: pionts\ntitle: T\n---\n')
  const { answer, port, notices } = await firstAnswer({ root, engine })
  port.close()
  expect(JSON.stringify(answer)).toContain('unknown layout')
  expect(JSON.stringify(answer)).not.toContain('\\u001b')
  expect(JSON.stringify(notices.filter(({ kind }) => kind === 'log'))).toContain('\\u001b[31m')
})
