import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildDeck } from '../../src/build/build.ts'
import { offlineFile } from '../../src/handouts/built-deck.ts'
import type { Making } from '../../src/handouts/making.ts'
import type { Edition } from '../../src/model/deck.ts'
import { testCache } from '../kept.ts'
import { engine } from './command-line.ts'

const nothing = (): undefined => undefined

/** An edition of a deck, built once below a folder, as PDF and pictures are made from it. */
export async function builtDeck(
  root: string,
  base: string,
  edition: Edition = 'presenter',
): Promise<{ readonly making: Making; readonly slides: number }> {
  const project = { root, engine, edition }
  const folder = mkdtempSync(join(base, 'built-'))
  const { built } = await buildDeck(project, { out: join(folder, 'dist'), cache: testCache })
  if (!built) throw new Error(`${root} does not build`)
  const page = join(folder, 'page.html')
  writeFileSync(page, await offlineFile(join(folder, 'dist')))
  const making: Making = {
    project,
    built,
    page,
    id: 'deck',
    date: built.deck.head.date,
    kinds: ['pdf'],
    env: {},
    print: { notes: false, handout: undefined, paper: 'A4', dpi: 96 },
    out: folder,
    cache: base,
    progress: nothing,
    svgs: nothing,
  }
  return { making, slides: built.deck.slides.length }
}
