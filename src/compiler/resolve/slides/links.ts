import { textsIn } from '../../../model/content.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { once } from '../../../model/memory.ts'
import { fileOf, type Place } from '../../../model/source-file.ts'
import { unsupportedCharacter } from '../../diagnostics/characters.ts'
import { invalidEmphasis, invalidListNumber } from '../../diagnostics/markdown.ts'
import {
  missingPicture,
  unknownSlideLink,
  unknownSlideWithout,
  unsupportedHeading,
  unsupportedHtml,
  unsupportedLink,
} from '../../diagnostics/slides.ts'
import type { SlideSource } from '../../parse/slides/slide-source.ts'
import { placeOfLine } from '../../parse/slides/value-marks.ts'
import type { FilledText } from '../placeholders/filled-text.ts'
import type { ResolvedSlide } from './resolved-slide.ts'

/** What links and pictures may name. */
export interface LinkTargets {
  readonly slideIds: ReadonlySet<string>
  /** With those that this edition leaves out. */
  readonly allIds: ReadonlySet<string>
  /** Those that are not shown this time: what would lead there is words. */
  readonly leftOut: ReadonlySet<string>
  readonly pictures: ReadonlySet<string>
}

/** Links and pictures that lead nowhere or elsewhere than allowed, and Markdown that slides do not have. */
export function markdownFindings({ flows, parsed }: ResolvedSlide, targets: LinkTargets): readonly Diagnostic[] {
  const ofTexts = flows.flatMap((flow) => [
    ...problemsOf(flow, parsed.source),
    ...linksOf(flow, parsed.source, targets),
  ])
  return [...ofTexts, ...stageFindings(parsed.source, targets.allIds)]
}

function problemsOf({ problems, marked }: FilledText, source: SlideSource): readonly Diagnostic[] {
  return problems.map((problem) => {
    const { kind, text, line } = problem
    const place = placeOfWords(placeOfLine(marked, line), text, source)
    return kind === 'character' ? unsupportedCharacter(problem.code, place) : findings[kind](text, place)
  })
}

const findings = {
  html: unsupportedHtml,
  heading: (_: string, place: Place) => unsupportedHeading(place),
  emphasis: invalidEmphasis,
  number: invalidListNumber,
} as const

/** The texts that hold a link or picture: looked for once, as slides stay and their targets may not. */
const linkedTexts = once(({ blocks }: FilledText) =>
  textsIn(blocks).filter(({ runs }) => runs.some((run) => run.link || run.kind === 'picture')),
)

function linksOf(
  text: FilledText,
  source: SlideSource,
  { slideIds, leftOut, pictures }: LinkTargets,
): readonly Diagnostic[] {
  return linkedTexts(text).flatMap(({ runs, place }) =>
    runs.flatMap((run) => {
      const at = (address: string): Place => placeOfWords(place, address, source)
      const linked = run.link ? checkLink(run.link.address, at(run.link.address), { slideIds, leftOut }) : []
      return run.kind === 'picture' ? [...linked, ...checkPicture(run.address, at(run.address), pictures)] : linked
    }),
  )
}

function checkLink(
  address: string,
  place: Place,
  { slideIds, leftOut }: Pick<LinkTargets, 'slideIds' | 'leftOut'>,
): readonly Diagnostic[] {
  const [, slide] = /^#\/(.*)$/.exec(address) ?? []
  if (slide !== undefined)
    return slideIds.has(slide) || leftOut.has(slide) ? [] : [unknownSlideLink(slide, slideIds, place)]
  return /^(https?:|mailto:|tel:)/i.test(address) ? [] : [unsupportedLink(address, place)]
}

/** What is wrong with the address of a picture: it is no file of public/. */
export function checkPicture(address: string, place: Place, pictures: ReadonlySet<string>): readonly Diagnostic[] {
  if (!/^(?![a-z][a-z0-9+.-]*:|\/|\.\.)/i.test(address)) return [unsupportedLink(address, place)]
  const path = fileOf(address)
  return pictures.has(path) ? [] : [missingPicture(path, pictures, place)]
}

/** Where words stand on their line or, in a paragraph of several lines, on one of the next. */
function placeOfWords(place: Place, words: string, { body, notes }: SlideSource): Place {
  for (const { text, origin } of notes ? [body, notes] : [body]) {
    const lines = text.split('\n')
    const first = place.line - origin.line
    for (let index = Math.max(0, first); first >= 0 && index < lines.length && lines[index] !== ''; index++) {
      const found = lines[index]?.indexOf(words) ?? -1
      const shift = index === 0 ? origin.column : 1
      if (found !== -1) return { ...place, line: origin.line + index, column: found + shift, length: words.length }
    }
  }
  return place
}

/** A slide that key W should show, but that no edition of the deck has. */
function stageFindings(
  { front, document }: Pick<SlideSource, 'front' | 'document'>,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { without } = front
  if (without === undefined || known.has(without)) return []
  return [unknownSlideWithout(without, known, document.placeOf(['without']))]
}
