import fs, { cpSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { openOutput } from '../../src/build/output.ts'
import { en } from '../../src/language/en.ts'
import { readApproved } from '../../src/site/embargo/approved.ts'
import { placeReleased } from '../../src/site/embargo/released.ts'
import { deckManifest } from '../../src/site/place/corrections.ts'
import { placeDeck } from '../../src/site/place/place.ts'
import { withdraw } from '../../src/site/place/withdraw.ts'

/** What a run does with a site, of decks that are ready: all that a command does after building and before its last line. */
export interface Placing {
  readonly command: 'publish' | 'correct' | 'withdraw' | 'release'
  readonly to: string // the site
  readonly engine: string
  readonly deck: string // folder of the finished deck, with its manifest
  readonly record: string // file that a release writes
  readonly base: string
}

/** Publishes, corrects, withdraws or releases. */
export function place({ command, to, engine, deck, record, base }: Placing): void {
  const writer = { to, engine, language: en }
  if (command === 'release') {
    const [folder] = fs.readdirSync(join(to, 'e')).filter((name) => name !== 'index.html')
    const written = (): string => {
      fs.writeFileSync(record, 'published')
      return 'written'
    }
    placeReleased({ ...writer, approved: readApproved(deck), folder }, written)
    return
  }
  const output = openOutput(to, 'site')
  try {
    if (command === 'withdraw') {
      withdraw(output, { ...writer, id: 'first', reason: 'an error' })
      return
    }
    const manifest = deckManifest(deck, 'the deck')
    cpSync(deck, join(output.made, 'decks', manifest.id), { recursive: true })
    placeDeck(output, { ...writer, base, deck: manifest, ...(command === 'correct' && { corrects: 'first' }) })
  } finally {
    output.discard()
  }
}

/** The functions of Node that change a disk, as this project uses them. */
const changing = ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'rmdirSync'] as const

/** Kills this process, as nothing can be caught, once it has changed the disk so many times; gives what counts the changes. */
function killAfter(changes: number): () => number {
  let count = 0
  for (const name of changing) {
    const own: (...args: never[]) => unknown = fs[name].bind(fs)
    Object.assign(fs, {
      [name]: (...args: never[]) => {
        const result = own(...args)
        if (++count === changes) process.kill(process.pid, 'SIGKILL')
        return result
      },
    })
  }
  syncBuiltinESMExports()
  return () => count
}

const [, , asked, changes = '0'] = process.argv
if (asked?.startsWith('{')) {
  const count = killAfter(Number(changes))
  place(JSON.parse(asked))
  console.log(String(count()))
}
