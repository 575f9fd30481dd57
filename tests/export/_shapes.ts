import { join } from 'node:path'
import type { SourceFile } from '../../src/model/source-file.ts'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented } from './_pptx.ts'

const pixel = 6350 // EMU

/** What stands on a slide, in pixels. */
export interface Placed {
  readonly xml: string
  readonly words: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function placed(xml: string): Placed {
  const box = (/<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/.exec(xml)?.slice(1) ?? []).map(Number)
  const [x = 0, y = 0, width = 0, height = 0] = box.map((each) => each / pixel)
  const words = plain([...xml.matchAll(/<a:t>([^<]*)/g)].map(([, text = '']) => text).join(''))
  return { xml, words, name: plain(/ name="([^"]*)"/.exec(xml)?.[1] ?? ''), x, y, width, height }
}

/** The presentation of some slides over the data of tests/golden/authoring: their texts begin behind the first "---". */
export function slidesOf(texts: readonly string[], data: readonly SourceFile[] = []) {
  const { input, parts } = presented(
    [
      ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
      ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
      ...data,
      ...texts.map(
        (text, index): SourceFile => ({
          kind: 'text',
          path: `slides/${100 + index}-slide-${index}.md`,
          text: `---\n${text}`,
        }),
      ),
    ],
    'public',
  )
  const all = parts()
  const xmlOf = (number: number): string => all.get(`ppt/slides/slide${number}.xml`)?.toString('utf8') ?? ''
  const kind = (tag: string) => (number: number) =>
    [...xmlOf(number).matchAll(new RegExp(`<p:${tag}>.*?</p:${tag}>`, 'gs'))].map(([xml]) => placed(xml))
  return {
    input,
    xmlOf,
    shapesOf: kind('sp'),
    picturesOf: kind('pic'),
    framesOf: kind('graphicFrame'),
    /** The charts of the presentation, in their order. */
    charts: [...all.keys()]
      .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
      .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
      .map((path) => all.get(path)?.toString('utf8') ?? ''),
  }
}

/** Sizes of letters in pixels, in the order in which they are written. */
export const sizesIn = (xml: string): readonly number[] =>
  [...xml.matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map(([, size]) => Number(size) / 50)
