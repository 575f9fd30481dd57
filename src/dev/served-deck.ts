import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { findIcon, pageFrame, renderIcon } from '../build/page-head.ts'
import { keptVersions } from '../project/assets.ts'
import { pagePatch } from '../project/patch.ts'
import { publicFolder } from '../project/pictures.ts'
import { inputFolders } from '../project/read.ts'
import { deckError, palette, reportText } from '../project/report.ts'
import { type BuiltDeck, deckSession, type Outcome, type Session } from '../project/session.ts'
import { sharedTheme } from '../project/theme.ts'
import { wholeFonts } from './dev-fonts.ts'
import { type DevState, tieWhenQuiet } from './dev-tie.ts'
import {
  type Answer,
  type Asked,
  devAssets,
  devFonts,
  devKept,
  type Notice,
  ownError,
  type PageMessage,
  type Question,
  type ServedPage,
  stackOf,
  type ThreadData,
} from './messages.ts'
import { coalesce, watchFolders } from './watch.ts'

/** A last look, should a file have been read half written. */
const settleTime = 80 // ms

/** Sync tools and git take a file away and put it back: until then its slide stays, and readers with it. */
const patience = 500 // ms

/** Calls `update` when something changed; where a file is gone, not before it could have come back. */
function patientUpdate({ reader }: Session, update: () => void): () => void {
  let held: NodeJS.Timeout | undefined
  const follow = (): void => {
    if (reader.hasLost()) {
      held ??= setTimeout(() => {
        held = undefined
        update()
      }, patience).unref()
      return
    }
    clearTimeout(held)
    held = undefined
    update()
  }
  return () => {
    follow()
    setTimeout(() => held === undefined && reader.isStale() && follow(), settleTime).unref()
  }
}

function nextState({ good, revision }: DevState, outcome: Outcome, { render }: Session): DevState {
  const { sound } = outcome
  return sound ? { outcome, good: render(sound), revision: revision + 1 } : { outcome, good, revision }
}

/** Says to every open page what changed; the page patches itself and is never reloaded, unless it had no deck to show. */
function publish(before: DevState, { outcome, good }: DevState, say: (notice: Notice) => void): void {
  const send = (...message: PageMessage): void => say({ kind: 'send', message })
  if (!outcome) return
  if (!before.good || (good && good.draft !== before.good.draft)) {
    say({ kind: 'reload' })
    return
  }
  if (!outcome.sound || !good) {
    send('deck:error', deckError(outcome))
    return
  }
  const fonts = wholeFonts(good.assets.theme)?.address
  if (fonts !== undefined && fonts !== wholeFonts(before.good.assets.theme)?.address)
    send('deck:fonts', { address: fonts })
  const patch = pagePatch(before.good, good)
  if (patch) send('deck:patch', patch)
  if (before.failure || (before.outcome && !before.outcome.sound)) send('deck:clear', {})
  const changed = patch && (patch.slides.map(({ id }) => id).join(', ') || 'page')
  if (changed) say({ kind: 'log', level: 'info', text: `patched ${changed}` })
}

function servedPage({ good, outcome, revision }: DevState, root: string): ServedPage {
  if (!good) return { mistakes: outcome ? reportText(outcome, palette()) : '' }
  const frame = { ...pageFrame(good.deck.head, { root }), revision }
  const fonts = wholeFonts(good.assets.theme)
  return { html: good.html, frame: fonts ? { ...frame, fonts: fonts.address } : frame }
}

/** A kept document that the edition has; undefined for any other file. */
function keptFile(path: string, { disclosed: { deck } }: BuiltDeck, root: string): Uint8Array | undefined {
  const isHad = deck.documents.some(({ file }) => file !== undefined && `/${decodeURIComponent(file)}` === path)
  return isHad ? readFileSync(join(root, 'data', path)) : undefined
}

async function readAsset(path: string, { good }: DevState, root: string): Promise<string | Uint8Array | undefined> {
  if (!good) return undefined
  if (path.startsWith(devKept)) return keptFile(path, good, root)
  if (path.startsWith(devFonts)) return wholeFonts(good.assets.theme)?.read(path)
  if (path === '/favicon.svg') return findIcon(root) ? undefined : renderIcon(good.deck.head, good.assets.theme)
  const { drawSvg } = await import('../charts/svg/svg.ts')
  return good.assets.read(path, drawSvg)
}

/**
 * Compiles a deck, and again on every save, and says through `port` what the dev server prints, sends to pages and answers with.
 * Ends with the port.
 * @returns when it has compiled once
 */
export function serveDeck(
  { colors, ...project }: ThreadData,
  port: MessagePort,
  session = deckSession(project, devAssets),
): Promise<void> {
  const say = (notice: Notice): void => port.postMessage(notice)
  const { root, engine } = project
  let state: DevState = { outcome: undefined, good: undefined, revision: 0 }
  const pages = new Map<number, BuiltDeck>()
  const tie = tieWhenQuiet(session, { state: () => state, say, colors: palette(colors) })
  const update = coalesce(async () => {
    const before = state
    state = nextState(state, await session.compile(), session)
    if (state.good) pages.set(state.revision, state.good)
    pages.delete(state.revision - keptVersions)
    const report = state.outcome && reportText(state.outcome, palette(colors))
    if (report) say({ kind: 'log', level: 'error', text: report })
    if (before.outcome || before.failure) publish(before, state, say)
    tie.soon()
  })
  /** A failure of our own is reported in the terminal and over the slide; the last good deck stays, and the next save is read. */
  const updateSafely = (): Promise<void> =>
    update().catch((error: unknown) => {
      state = { ...state, failure: ownError(error) }
      say({ kind: 'log', level: 'error', text: stackOf(error) })
      say({ kind: 'send', message: ['deck:error', ownError(error)] })
    })
  const missed = (revision: number | undefined): PageMessage[] => {
    const shown = revision === undefined ? undefined : pages.get(revision)
    const patch = shown && state.good ? pagePatch(shown, state.good) : undefined
    const fonts = shown && state.good && wholeFonts(state.good.assets.theme)?.address
    const facts = tie.facts()
    const mistakes = state.outcome && !state.outcome.sound ? deckError(state.outcome) : tie.errors()
    const errors = state.failure ?? mistakes
    return [
      ...(fonts ? [['deck:fonts', { address: fonts }] as const] : []),
      ...(patch ? [['deck:patch', patch] as const] : []),
      ...(facts ? [['deck:patch', facts] as const] : []),
      ...(errors ? [['deck:error', errors] as const] : []),
    ]
  }
  const shown = updateSafely()
  const answer = async (question: Question): Promise<Answer> => {
    if (question.kind === 'missed') return { kind: 'missed', messages: missed(question.revision) }
    if (!state.outcome) await shown
    if (!state.outcome && state.failure) throw new Error(state.failure.frames[0])
    if (question.kind === 'page') return { kind: 'page', page: servedPage(state, root) }
    return { kind: 'asset', content: await readAsset(question.path, state, root) }
  }
  port.on('message', ({ id, question }: Asked) => {
    answer(question)
      .catch((error: unknown): Answer => ({ kind: 'failed', error: stackOf(error) }))
      .then((given) => say({ kind: 'answer', id, answer: given }))
  })
  const folders = [
    ...[...inputFolders, publicFolder].map((folder) => join(root, folder)),
    join(engine, 'templates'),
    ...sharedFolders(root),
  ]
  const changed = patientUpdate(session, () => void updateSafely())
  const unwatch = watchFolders(root, folders, changed)
  port.once('close', unwatch)
  return shown
}

/** The folder of the theme that the deck names as it is started. */
function sharedFolders(root: string): string[] {
  const { folder } = sharedTheme(root)
  return folder === undefined ? [] : [folder]
}
