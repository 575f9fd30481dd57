import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engine } from '../boundaries/imports.ts'
import { readDeck } from '../golden/_decks.ts'
import { plain, presented } from './_pptx.ts'

const { parts } = presented(
  [
    ...readDeck(engine).filter(({ path }) => path.startsWith('templates/')),
    ...readDeck(join(engine, 'tests/golden/authoring')).filter(({ path }) => path.startsWith('data/')),
    {
      kind: 'text',
      path: 'slides/010-names.md',
      text: '---\nlayout: grid\nclass: blocks\ntitle: Names\n---\n## First\n- Alone\n\n## Then\n- Second\n- Third\n',
    },
  ],
  'public',
)

test('blocks are all filled, each column in its shade, and a name by itself is one', () => {
  const boxes = plain(parts().get('ppt/slides/slide1.xml')?.toString('utf8') ?? '').split('<p:sp>')
  const fillOf = (name: string): string | undefined =>
    /<\/a:prstGeom><a:solidFill>(.*?)<\/a:solidFill>/.exec(boxes.find((box) => box.includes(`>${name}<`)) ?? '')?.[1]
  const [alone, second, third] = ['Alone', 'Second', 'Third'].map(fillOf)
  expect(alone).toBeDefined()
  expect(second).toBeDefined()
  expect(second).toBe(third)
  expect(alone).not.toBe(second)
})
