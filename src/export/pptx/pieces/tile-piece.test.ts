import { expect, test } from 'vitest'
import { defaultTheme } from '../../../charts/colors/theme.ts'
import type { Inline } from '../../../model/content.ts'
import type { TextItem } from '../items.ts'
import { deckLook } from '../look.ts'
import { heightOf } from '../text/measure.ts'
import { namesHeight, type SignedTile, type TileStyle, tileItems, tilesPiece } from './tile-piece.ts'

const words = (text: string): readonly Inline[] => (text === '' ? [] : [{ kind: 'data', text }])
const place = { path: 'slides/010-a.md', line: 1, column: 1 }
const tile = (label: string, change = ''): SignedTile => ({
  label: words(label),
  period: [],
  value: words('12.3'),
  change: words(change),
  note: [],
  place,
  notePlace: place,
})
const style: TileStyle = {
  look: deckLook(() => '', defaultTheme),
  ...{ size: 112, label: 30, change: 34, columns: 3, gap: 32, padding: [24, 40, 24, 40], fill: '#eeeeee' },
  ...{ middle: true, labelBold: true, level: true },
}
const long = 'Income of services and of maintenance of plants in all countries but the home market'
const five = [tile('Sales', 'up 3%'), tile(long), tile('Income'), tile('Cash'), tile('Homes', 'up 2%')]

const boxes = tilesPiece(five, style, 0)
  .place({ x: 96, y: 208, width: 1728, height: 760 }, 1)
  .filter((item): item is TextItem => item.kind === 'text')

/** Where the figure of a tile begins: under its name. */
const figureTop = ({ frame, inset = [0, 0, 0, 0], paragraphs }: TextItem): number =>
  frame.y + inset[0] + heightOf(paragraphs.slice(0, 1), frame.width - inset[1] - inset[3])

test('figures of a row are level, also where a name has more lines or a tile no change', () => {
  const tops = boxes.map((box) => Math.round(figureTop(box)))
  expect(new Set(tops.slice(0, 3)).size).toBe(1)
  expect(new Set(tops.slice(3)).size).toBe(1)
})

test('a row that is not full stands in the middle', () => {
  const [fourth, fifth] = boxes.slice(3)
  const end = (fifth?.frame.x ?? 0) + (fifth?.frame.width ?? 0)
  expect((fourth?.frame.x ?? 0) - 96).toBeCloseTo(1824 - end)
})

test('figures under names of a row that stand at the top are level, too', () => {
  const { level: _, middle: __, ...top } = style
  const frame = { x: 96, y: 208, width: 500, height: 300 }
  const names = Math.max(...five.map((each) => namesHeight(each, top, frame.width)))
  const tops = five.flatMap((each) => {
    const [box] = tileItems(each, frame, { ...top, names })
    if (box?.kind !== 'text') return []
    const [name, value] = box.paragraphs
    return [Math.round(heightOf(name ? [name] : [], 420) + (value?.before ?? 0))]
  })
  expect(tops).toHaveLength(5)
  expect(new Set(tops).size).toBe(1)
})
