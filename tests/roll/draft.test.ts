import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { deckSession } from '../../src/project/session.ts'
import { tieDeck } from '../../src/project/tie.ts'

const engine = resolve(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'quarterdeck-draft-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
cpSync(join(engine, 'tests/golden/tillman'), root, { recursive: true })

async function built(draft?: 'always' | 'while-open') {
  const session = deckSession({ root, engine, edition: 'public', ...(draft && { draft }) }, './')
  return tieDeck(await session.compile(), session).built
}

test('a deck that lacks nothing is no draft unless it is asked for', async () => {
  expect((await built('while-open'))?.html).not.toContain('draft-mark')
  const asked = await built('always')
  expect(asked?.deck.head.title).toBe('Draft: Third-quarter fiscal 2020 results')
  expect(asked?.html).toContain('<p class="draft-mark" data-word="Draft">Draft</p>')
})

test('a figure that is missing is marked in sentences, tiles and tables, and counted; without a draft there is no page', async () => {
  const path = join(root, 'data/figures/q3.csv')
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text
      .replace('eps,USD per share,0.53,', 'eps,USD per share,,')
      .replace('shares.diluted,shares mn,95.1,', 'shares.diluted,shares mn,,'),
  )
  expect(await built()).toBeUndefined()
  const draft = await built('while-open')
  expect(draft?.deck.head.title).toMatch(/^Draft: /)
  expect(draft?.html).toMatch(/class="draft-mark" data-word="Draft">Draft: \d+ figures are missing</)
  const gaps = [...(draft?.html ?? '').matchAll(/<section[^>]*id="([\w-]+)"|data-status="missing">\[figure\]/g)]
    .map(([, id]) => id ?? 'gap')
    .join(' ')
  expect(gaps).toMatch(/highlights gap/)
  expect(gaps).toMatch(/results gap/)
  expect(draft?.html).toMatch(/Earnings per share were <data [^>]*data-status="missing">\[figure\]<\/data>/)
  expect(draft?.draft).toBe(2) // two figures, wherever they stand
})

test('a slide is told by its when, in both editions alike', async () => {
  cpSync(join(engine, 'tests/golden/tillman/data/figures/q3.csv'), join(root, 'data/figures/q3.csv'))
  const slide = join(root, 'slides/080-guidance.md')
  const text = readFileSync(slide, 'utf8')
  const ids = async (when: string): Promise<readonly string[]> => {
    writeFileSync(slide, text.replace('layout: table-and-notes', `layout: table-and-notes\nwhen: ${when}`))
    return (await built())?.deck.slides.map(({ id }) => id) ?? []
  }
  expect(await ids('quarter')).toContain('guidance')
  expect(await ids('always')).toContain('guidance')
  expect(await ids('year-end')).not.toContain('guidance')
})
