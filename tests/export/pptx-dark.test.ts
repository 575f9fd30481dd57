import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../src/format/colors/color.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { darkSlides, picturesInExamples } from '../golden/_dark.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented } from './_pptx.ts'

const files = [
  ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
  ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
  ...darkSlides.map(
    (text, index): SourceFile => ({
      kind: 'text',
      path: `slides/${100 + index}-dark-${index}.md`,
      text: `---\n${text}`,
    }),
  ),
]
const { input, parts } = presented(files, 'public', picturesInExamples)
const all = parts()
const scheme = new Map(
  input.look.scheme.map(([name, color]) => [
    ({ dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' } as Record<string, string>)[name] ?? name,
    color,
  ]),
)

const colorIn = (xml: string): string | undefined => {
  const [, kind, value = ''] = /<a:solidFill><a:(srgbClr|schemeClr) val="(\w+)"/.exec(xml) ?? []
  return kind === undefined ? undefined : kind === 'srgbClr' ? `#${value.toLowerCase()}` : scheme.get(value)
}

interface Ground {
  readonly box: readonly number[]
  readonly fill: string
}

const boxOf = (xml: string): readonly number[] =>
  /<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(xml)?.slice(1).map(Number) ?? []

/** Words of runs with the colour in which they are set and the ground that they stand on. */
function wordsOn(xml: string, ground: string): readonly string[] {
  return [...xml.matchAll(/<a:r>(.*?)<\/a:r>/gs)].flatMap(([, run = '']) => {
    const text = plain(/<a:t>([^<]*)/.exec(run)?.[1] ?? '').trim()
    const color = colorIn(run.replace(/<a:t>.*/s, '')) ?? input.look.ink
    const seen = contrast(color, ground)
    return text === '' || seen >= 3 ? [] : [`"${text}" ${color} on ${ground}: ${seen.toFixed(1)}`]
  })
}

/** What cannot be read on a slide: on its own fill, on that of the last shape under it, or on the ground. */
function unread(xml: string, ground: string): readonly string[] {
  const under: Ground[] = []
  return [...xml.matchAll(/<p:(sp|graphicFrame)>.*?<\/p:\1>/gs)].flatMap(([shape, kind]) => {
    if (kind === 'graphicFrame')
      return [...shape.matchAll(/<a:tc\b.*?<\/a:tc>/gs)].flatMap(([cell]) => {
        const [words = '', properties = ''] = cell.split('<a:tcPr')
        return wordsOn(words, colorIn(properties.replace(/<a:ln[LRTB].*?<\/a:ln[LRTB]>/gs, '')) ?? ground)
      })
    const own = /<p:spPr>.*?<\/p:spPr>/s.exec(shape)?.[0].replace(/<a:ln\b.*?<\/a:ln>/gs, '') ?? ''
    const [box, fill] = [boxOf(own), colorIn(own)]
    const [x = 0, y = 0, width = 0, height = 0] = box
    const [across, down] = [x + Math.min(width / 2, 200_000), y + height / 2]
    const below = under.findLast(
      ({ box: [left = 0, top = 0, wide = 0, high = 0] }) =>
        across >= left && across <= left + wide && down >= top && down <= top + high,
    )
    if (fill !== undefined) under.push({ box, fill })
    return wordsOn(shape, fill ?? below?.fill ?? ground)
  })
}

describe('on the dark ground every word is read in the presentation', () => {
  test.each(input.deck.slides.map((slide, index) => [`${slide.layout} ${slide.class}`, index] as const))(
    '%s, slide %d',
    (_name, index) => {
      const xml = all.get(`ppt/slides/slide${index + 1}.xml`)?.toString('utf8') ?? ''
      expect(unread(xml, input.look.deep)).toEqual([])
    },
  )
})
