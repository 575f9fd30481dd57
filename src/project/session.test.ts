import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newDeck } from '../cli/new.ts'
import { deckSession, type SoundDeck } from './session.ts'

const engine = resolve(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'quarterdeck-session-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
for (const [path, text] of Object.entries(newDeck)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** Counts the slides that are rendered, by the reading of their layouts. */
function counted(sound: SoundDeck): { readonly sound: SoundDeck; readonly count: () => number } {
  let count = 0
  const layouts = [...sound.templates.layouts].map(([name, layout]) => {
    const get = (target: typeof layout, key: string | symbol): unknown => {
      if (key === 'template') count++
      return Reflect.get(target, key)
    }
    return [name, new Proxy(layout, { get })] as const
  })
  return { sound: { ...sound, templates: { ...sound.templates, layouts: new Map(layouts) } }, count: () => count }
}

test('a page is rendered again where it changed, and kept elsewhere', async () => {
  const session = deckSession({ root, engine, edition: 'presenter' }, './')
  const { sound } = await session.compile()
  if (!sound) throw new Error('no deck')
  const first = counted(sound)
  const page = session.render(first.sound)
  expect(first.count()).toBeGreaterThanOrEqual(page.slides.length)
  const whole = first.count()
  expect(session.render(first.sound).html).toBe(page.html)
  expect(first.count()).toBe(whole)
})

test('a file that is gone is missed, and what is read next is what stands there then', async () => {
  const { reader } = deckSession({ root, engine, edition: 'presenter' }, './')
  const path = 'slides/030-results.md'
  const text = readFileSync(join(root, path), 'utf8')
  const has = async (): Promise<boolean> => (await reader.read()).files.some((file) => file.path === path)
  expect(await has()).toBe(true)
  rmSync(join(root, path))
  expect(reader.hasLost()).toBe(true)
  expect(await has()).toBe(false)
  writeFileSync(join(root, path), text)
  expect(reader.hasLost()).toBe(false)
  expect(await has()).toBe(true)
  expect(reader.isStale()).toBe(false)
})

test('a session that has forgotten makes the same deck anew', async () => {
  const session = deckSession({ root, engine, edition: 'presenter' }, './')
  const [first, kept] = [await session.compile(), await session.compile()]
  expect(kept.sound?.deck.slides[0]).toBe(first.sound?.deck.slides[0])
  session.forget()
  const anew = await session.compile()
  expect(anew.sound?.deck.slides[0]).not.toBe(first.sound?.deck.slides[0])
  expect(anew.sound?.deck).toEqual(first.sound?.deck)
})
