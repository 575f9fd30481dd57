import type { Slide, Stage } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { unknownSlideWithout } from '../../diagnostics/slides.ts'
import type { SlideSource } from '../../parse/slides/slide-source.ts'
import type { ResolvedSlide } from './resolved-slide.ts'

/** How a slide comes on stage, by its front matter; empty where it just shows. */
export function stageOf({ parsed, visuals }: Pick<ResolvedSlide, 'parsed' | 'visuals'>): Pick<Slide, 'stage'> {
  const { build, morph, without } = parsed.source.front
  const lengths = visuals.map((visual) => (visual.kind === 'chart' ? visual.model.categories.length : 0))
  const steps = build === undefined ? 0 : Math.max(0, ...lengths)
  const stage: Stage = {
    ...(steps > 1 && { steps }),
    ...(morph === true && { morph }),
    ...(without !== undefined && { without }),
  }
  return Object.keys(stage).length > 0 ? { stage } : {}
}

/** A slide as an edition has it: one that this edition leaves out is not named as what key W shows. */
export function stagedIn(slide: Slide, shown: ReadonlySet<string>): Slide {
  const { without, ...stage } = slide.stage ?? {}
  return without === undefined || shown.has(without) ? slide : { ...slide, stage }
}

/** A slide that key W should show, but that no edition of the deck has. */
export function stageFindings(
  { front, document }: Pick<SlideSource, 'front' | 'document'>,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { without } = front
  if (without === undefined || known.has(without)) return []
  return [unknownSlideWithout(without, known, document.placeOf(['without']))]
}
