import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Answer, type Asked, type Notice, type Question, stackOf, type ThreadData } from './messages.ts'

/** A deck that is compiled beside the dev server. */
export interface DeckThread {
  /** Fails with what the thread failed with. */
  ask(question: Question): Promise<Answer>
  /** Hears everything but answers, from the first on. */
  hear(listen: (notice: Unasked) => void): void
  close(): void
}

/** What a thread and a channel within one have in common. */
interface Line {
  post(asked: Asked): void
  hear(listen: (notice: Notice) => void): void
  failed(listen: (error: Error) => void): void
  close(): void
}

const bundled = fileURLToPath(new URL('./dev-worker.mjs', import.meta.url))

/** An edit makes some megabytes of what is soon forgotten: room for several before any of it is collected. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 }

function threadLine(script: string, data: ThreadData): Line {
  const worker = new Worker(script, { workerData: data, resourceLimits })
  worker.unref() // the server keeps the process alive
  return {
    post: (asked) => worker.postMessage(asked),
    hear: (listen) => void worker.on('message', listen),
    failed: (listen) => void worker.once('error', listen),
    close: () => void worker.terminate(),
  }
}

/** Without the command line's bundle, in this thread. */
function hereLine(data: ThreadData): Line {
  const { port1, port2 } = new MessageChannel()
  void import('./served-deck.ts').then(({ serveDeck }) => void serveDeck(data, port2))
  return {
    post: (asked) => port1.postMessage(asked),
    hear: (listen) => void port1.on('message', listen),
    failed: () => undefined, // it fails with this process
    close: () => port1.close(),
  }
}

type Unasked = Exclude<Notice, { kind: 'answer' }>

/** A thread that fails so often before it has answered anything is started again only when a page is asked for. */
const patience = 3

/**
 * Starts compiling a deck, in a thread of its own, so that Vite is loaded in the meantime. A thread that dies of an error of
 * ours is replaced, and pages load again.
 */
export function startDeck(data: ThreadData, script = bundled): DeckThread {
  const waiting = new Map<number, (answer: Answer) => void>()
  const unheard: Unasked[] = []
  let listen = (notice: Unasked): void => void unheard.push(notice)
  let [asked, failures, isClosed] = [0, 0, false]
  let isDead = false
  const open = (): Line => {
    const line = existsSync(script) ? threadLine(script, data) : hereLine(data)
    line.hear((notice) => {
      if (notice.kind !== 'answer') return listen(notice)
      failures = 0
      waiting.get(notice.id)?.(notice.answer)
      waiting.delete(notice.id)
    })
    line.failed((error) => {
      if (isClosed) return
      const stack = stackOf(error)
      listen({ kind: 'log', level: 'error', text: stack })
      for (const answer of waiting.values()) answer({ kind: 'failed', error: stack })
      waiting.clear()
      if (++failures >= patience) isDead = true
      else {
        current = open()
        listen({ kind: 'reload' })
      }
    })
    return line
  }
  let current = open()
  return {
    async ask(question) {
      if (isDead) current = open()
      isDead = false
      const id = ++asked
      return new Promise((done) => {
        waiting.set(id, done)
        current.post({ id, question })
      })
    },
    hear(given) {
      listen = given
      for (const notice of unheard.splice(0)) given(notice)
    },
    close() {
      isClosed = true
      current.close()
    },
  }
}
