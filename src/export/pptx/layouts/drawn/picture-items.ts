import type { Block } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import { picturesIn } from '../../text/paragraphs.ts'
import type { SlideScope } from '../scope.ts'

/** The first picture of some blocks, as large as a frame lets it be, about its middle or from its left edge. */
export function pictureWithin(
  scope: SlideScope,
  blocks: readonly Block[],
  frame: Frame,
  align: 'left' | 'center' = 'center',
): readonly Item[] {
  const [picture] = picturesIn(blocks)
  const found = picture && scope.picture(picture.address)
  if (!picture || !found) return []
  const { size, image } = found
  const share = Math.min(frame.width / size.width, frame.height / size.height)
  const [width, height] = [size.width * share, size.height * share]
  const x = align === 'left' ? frame.x : frame.x + (frame.width - width) / 2
  const own = { x, y: frame.y + (frame.height - height) / 2, width, height }
  return [{ kind: 'picture', name: 'Picture', alt: picture.alt, frame: own, image }]
}
