import { fill } from '../language/fill.ts'
import type { PageWords } from '../language/page-words.ts'
import { isBackup, placeOf, titleOf } from './view.ts'

/** "12 / 44", of a back-up slide "B1": numbers are those of the public edition. */
export function placeText(
  slide: HTMLElement,
  slides: readonly HTMLElement[],
  { place }: Pick<PageWords, 'place'>,
): string {
  return isBackup(slide) ? placeOf(slide, slides).number : fill(place.position, placeOf(slide, slides))
}

/** "12 / 44: Revenues grew", as a screen reader says which slide it is. */
export function spokenPlace(
  slide: HTMLElement,
  slides: readonly HTMLElement[],
  words: Pick<PageWords, 'place'>,
): string {
  return fill(words.place.announcement, { position: placeText(slide, slides, words), title: titleOf(slide) })
}
