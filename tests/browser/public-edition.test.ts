import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { engine } from './command-line.ts'
import { slideIds } from './deck-page.ts'

interface Built {
  readonly name: string
  readonly text: string
}

function textFiles(folder: string): Built[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && /\.(html|js|css|json|svg|txt|md|csv|yaml)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

const sources = readdirSync(join(engine, 'slides'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(engine, 'slides', name), 'utf8') }))

/** Runs of plain words in a text: what is left between placeholders, marks and punctuation. */
function phrases(text: string): string[] {
  return text
    .split(/\{\{[\s\S]*?\}\}|\[\[.*?\]\]|[^\p{L}\s]+|\n/gu)
    .map((run) => run.trim().replace(/\s+/g, ' '))
    .filter((run) => run.split(' ').length >= 5)
}

/** What is public anyway: slides without their notes, and the words that sources are quoted with. */
const publicTexts = [
  ...sources.map(({ text }) => text.split(/^Note:/m)[0] ?? ''),
  ...textFiles(join(engine, 'data')).map(({ text }) => text),
]
const publicWords = publicTexts.join('\n').replace(/[*_]/g, '').replace(/\s+/g, ' ')

const publicFiles = textFiles(inject('folders').public)
const presenterPage = readFileSync(join(inject('folders').presenter, 'index.html'), 'utf8').replace(/\s+/g, ' ')
const publicText = publicFiles.map(({ text }) => text.replace(/\s+/g, ' ')).join('\n')

describe('the public edition', () => {
  test('holds no words of the notes, which the presenter edition does hold', () => {
    const noted = sources.flatMap(({ text }) => {
      const [slide = '', note = ''] = text.split(/^Note:/m)
      return phrases(note).filter((phrase) => !slide.includes(phrase))
    })
    const spoken = noted.filter((phrase) => presenterPage.includes(phrase))
    expect(spoken.length).toBeGreaterThan(0)
    expect(spoken.filter((phrase) => publicText.includes(phrase) && !publicWords.includes(phrase))).toEqual([])
    expect(publicFiles.filter(({ name, text }) => name.endsWith('.html') && /class="notes"/.test(text))).toEqual([])
  })

  test('holds nothing of the tie-out report, which the presenter edition does hold', () => {
    const report = (folder: string): readonly string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('tie-out'))
    expect(report(inject('folders').public)).toEqual([])
    expect(report(inject('folders').presenter)).toContain('tie-out.html')
  })

  test('holds no hidden slide, which the presenter edition does hold', () => {
    const hidden = sources
      .filter(({ text }) => /^hidden:\s*true\s*$/m.test(text.split(/^---$/m)[1] ?? ''))
      .map(({ name }) => name.replace(/^\d+-|\.md$/g, ''))
    const [shown, known] = [slideIds(inject('folders').public), slideIds(inject('folders').presenter)]
    expect(hidden.filter((id) => shown.includes(id))).toEqual([])
    expect(hidden.filter((id) => !known.includes(id))).toEqual([])
    expect(known.filter((id) => !hidden.includes(id))).toEqual(shown)
  })

  test.each([
    ['html', /<!--/],
    ['svg', /<!--/],
    ['css', /\/\*/],
    ['js', /\/\*!|@license|@preserve|sourceMappingURL/],
  ])('has no comment in any %s file', (ending, comment) => {
    expect(
      publicFiles.filter(({ name, text }) => name.endsWith(`.${ending}`) && comment.test(text)).map(({ name }) => name),
    ).toEqual([])
  })

  test('has no script and no style in its page, as its own policy asks', () => {
    const html = publicFiles.find(({ name }) => name === 'index.html')?.text ?? ''
    expect(html).toContain('http-equiv="Content-Security-Policy"')
    expect(html.match(/<style|\sstyle="|\son\w+="|<script(?![^>]*(?:\ssrc=|application\/json))[^>]*>/g)).toBeNull()
  })

  test('carries no figure that no slide shows, directly or as an input', () => {
    const facts = publicFiles.find(({ name }) => /assets\/facts-[\w-]+\.json$/.test(name))
    const parsed = JSON.parse(facts?.text ?? '{}')
    const cards: Record<string, { readonly value: string }> = parsed.facts ?? parsed
    const elsewhere = publicFiles
      .filter(({ name }) => name !== facts?.name)
      .map(({ text }) => text)
      .join('\n')
    const decoded = elsewhere.replaceAll('&amp;', '&').replaceAll('&gt;', '>').replaceAll('&lt;', '<')
    const texts = new Map(Object.entries(cards).map(([id, card]) => [id, JSON.stringify(card)]))
    const isShown = (id: string): boolean => decoded.includes(id) || decoded.includes(cards[id]?.value ?? id)
    const isInput = (id: string): boolean => [...texts].some(([other, card]) => other !== id && card.includes(id))
    expect(texts.size).toBeGreaterThan(0)
    expect([...texts.keys()].filter((id) => !isShown(id) && !isInput(id))).toEqual([])
  })

  test('keeps the licences of what it carries', () => {
    const licences = publicFiles.find(({ name }) => name === 'licenses.txt')?.text ?? ''
    for (const name of ['reveal.js', 'chart.js', 'inter']) expect(licences.toLowerCase()).toContain(name)
  })
})
