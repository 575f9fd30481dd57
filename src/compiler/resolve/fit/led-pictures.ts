import { type Block, type Group, plainText, textsIn } from '../../../model/content.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { missingPart, unsupportedPart } from '../../diagnostics/slides.ts'
import type { LayoutNeeds } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { hasWords } from './text-height.ts'

/** The pictures among some blocks, those in lists and quotes as well. */
const picturesIn = (blocks: readonly Block[]): number =>
  textsIn(blocks).reduce((all, { runs }) => all + runs.filter(({ kind }) => kind === 'picture').length, 0)

/** Groups that a picture leads have one place for it, over or beside their words: a second one, or one among words, has none. */
export function checkLedPictures(
  { groups, isWhole }: ResolvedSlide,
  layout: string,
  pictures: LayoutNeeds['pictures'],
): readonly Diagnostic[] {
  return pictures === undefined || !isWhole ? [] : groups.flatMap((group) => checkGroup(group, layout, pictures))
}

function checkGroup(
  { heading, blocks }: Group,
  layout: string,
  pictures: NonNullable<LayoutNeeds['pictures']>,
): readonly Diagnostic[] {
  const count = picturesIn(blocks)
  const under = `under "${plainText(heading.runs)}"`
  if (count === 0) return pictures === 'each' ? [missingPart(`picture ${under}`, layout, heading.place)] : []
  const unfit = (part: string): readonly Diagnostic[] => [
    unsupportedPart(`${part} ${under}`, layout, 'one at the head of each group, in a line of its own', heading.place),
  ]
  if (count > 1) return unfit(`${count} pictures`)
  const [head] = blocks
  const isLed = head?.kind === 'paragraph' && picturesIn([head]) === 1 && !hasWords([head])
  return isLed ? [] : unfit('picture among words')
}
