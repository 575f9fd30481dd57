import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newDeck } from '../cli/new.ts'
import { deckSession, type Session } from '../project/session.ts'
import { type Answer, devAssets, type Notice } from './messages.ts'
import { serveDeck } from './served-deck.ts'

const engine = resolve(import.meta.dirname, '../..')
const slide = 'slides/030-results.md'
let root: string
let close: () => void
/** Every patch that open pages got, and the slides of each. */
let patches: unknown[]
let orders: (readonly string[])[]
let reloads: number

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-serve-'))
  for (const [path, text] of Object.entries(newDeck)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  orders = []
  patches = []
  reloads = 0
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise<void>((done) => {
    port1.on('message', (notice: Notice) => {
      if (notice.kind === 'answer') done()
      if (notice.kind === 'reload') reloads++
      if (notice.kind === 'send' && notice.message[0] === 'deck:patch') {
        orders.push(notice.message[1].order)
        patches.push(notice.message[1])
      }
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
async function firstAnswer(
  project: { root: string; engine: string },
  session?: Session,
): Promise<{ answer: Answer; port: MessagePort; notices: Notice[] }> {
  const { port1, port2 } = new MessageChannel()
  const notices: Notice[] = []
  const answer = new Promise<Answer>((done) => {
    port1.on('message', (notice: Notice) => {
      notices.push(notice)
      if (notice.kind === 'answer') done(notice.answer)
    })
  })
  void serveDeck({ ...project, edition: 'presenter', colors: true }, port2, session)
  port1.postMessage({ id: 1, question: { kind: 'page' } })
  return { answer: await answer, port: port1, notices }
}

test('a deck that is broken from the start is reported in colours on the terminal and as plain text in the page', async () => {
  writeFileSync(join(root, slide), '---\nlayout: pionts\ntitle: T\n---\n')
  const { answer, port, notices } = await firstAnswer({ root, engine })
  port.close()
  expect(JSON.stringify(answer)).toContain('unknown layout')
  expect(JSON.stringify(answer)).not.toContain('\\u001b')
  expect(JSON.stringify(notices.filter(({ kind }) => kind === 'log'))).toContain('\\u001b[31m')
})

/** A deck whose compilation fails by a mistake of ours whenever `isBroken` says so, as its page and its terminal hear of it. */
async function servedWith(isBroken: () => boolean): Promise<{ port: MessagePort; notices: Notice[]; answer: Answer }> {
  const project = { root, engine, edition: 'presenter', colors: false } as const
  const session = deckSession(project, devAssets)
  const compile = (): ReturnType<typeof session.compile> => {
    if (isBroken()) throw new Error('no such thing as a slide')
    return session.compile()
  }
  return firstAnswer(project, { ...session, compile })
}

const sent = (notices: readonly Notice[]): string[] =>
  notices.flatMap((notice) =>
    notice.kind === 'send' ? [notice.message[0]] : notice.kind === 'reload' ? ['reload'] : [],
  )
const edit = (from: string, to: string): void =>
  writeFileSync(join(root, slide), readFileSync(join(root, slide), 'utf8').replace(from, to))

test('an error of ours is reported in the terminal and over the slide, the last good deck stays, and the next save is read', async () => {
  let isBroken = false
  const { port, notices } = await servedWith(() => isBroken)
  isBroken = true
  edit('Consolidated results', 'Results of the group')
  await vi.waitFor(() => expect(sent(notices)).toContain('deck:error'), 10_000)
  expect(JSON.stringify(notices)).toContain('internal error: no such thing as a slide')
  expect(
    notices.some(({ kind, ...rest }) => kind === 'log' && JSON.stringify(rest).includes('served-deck.test.ts')),
  ).toBe(true)
  const before = notices.length
  isBroken = false
  edit('Results of the group', 'Results')
  await vi.waitFor(
    () => expect(sent(notices.slice(before))).toEqual(expect.arrayContaining(['deck:patch', 'deck:clear'])),
    10_000,
  )
  port.close()
})

test('one from the start is what the page says, and the page loads again when the deck is there', async () => {
  let isBroken = true
  const { port, notices, answer } = await servedWith(() => isBroken)
  expect(answer).toMatchObject({ kind: 'failed', error: expect.stringContaining('no such thing as a slide') })
  isBroken = false
  edit('Consolidated results', 'Results')
  await vi.waitFor(() => expect(sent(notices)).toContain('reload'), 10_000)
  port.close()
})

test('files that turn into folders, links to themselves, other bytes or nothing end nothing: when they are back they are shown', async () => {
  const spoilt: Readonly<Record<string, (path: string) => void>> = {
    'slides/020-revenue.md': (path) => mkdirSync(path),
    'slides/030-results.md': (path) => symlinkSync(path, path),
    'slides/040-contact.md': (path) => writeFileSync(path, ''),
    'data/figures/results.csv': (path) => writeFileSync(path, Buffer.from([0, 159, 146, 150, 255, 254])),
    'data/deck.yaml': (path) => symlinkSync('nowhere', path),
  }
  const good = Object.keys(spoilt).map((path) => [join(root, path), readFileSync(join(root, path), 'utf8')] as const)
  for (const [path, spoil] of Object.entries(spoilt)) {
    rmSync(join(root, path))
    spoil(join(root, path))
  }
  await pause(700) // longer than what is gone is waited for
  for (const [path, text] of good) {
    rmSync(path, { recursive: true, force: true })
    writeFileSync(path, text.replace('Consolidated results', 'Back again'))
  }
  await vi.waitFor(() => expect(JSON.stringify(patches)).toContain('Back again'), 10_000)
  await vi.waitFor(() => expect(orders.at(-1)).toEqual(['cover', 'revenue', 'results', 'contact']), 10_000)
})
