import { linesIn } from '../../../charts/layout/letters.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { subtitleTooLong, takeawayTooLong, titleTooLong } from '../../diagnostics/visuals.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { slideRoom, subtitleLines, titleLines } from '../slides/slide-room.ts'
import { heightBesides } from './room-besides.ts'
import { linesOf, setText, type WideWord } from './text-height.ts'
import { tooWideWords } from './wide-words.ts'

/** Unless the layout says otherwise. */
const mostLines = 2

/** A title of more lines than its layout has room for, or a subtitle of more than it leaves. */
export function checkTitle(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const lines = titleLines(resolved, layout)
  const { lines: stated = mostLines, line = 0 } = layout.headline ?? {}
  const text = slideRoom(resolved, layout, classesOf(resolved.parsed.source.front)).text
  const left = text ? text.height - heightBesides(resolved, text) : 0
  const most = line > 0 && left < 0 ? Math.min(stated, (lines ?? 0) - Math.ceil(-left / line)) : stated
  const ofTitle =
    resolved.title && lines !== undefined && lines > most
      ? [titleTooLong(lines, most, layout.name, resolved.title.place)]
      : []
  const below = subtitleLines(resolved, layout)
  const isTooLong = resolved.subtitle && below > Math.max(1, mostLines - (lines ?? 1) + 1)
  const ofSubtitle =
    isTooLong && ofTitle.length === 0 ? [subtitleTooLong(below, lines ?? 1, resolved.subtitle.place)] : []
  return [...ofTitle, ...ofSubtitle, ...checkTitleWords(resolved, layout), ...checkTakeaway(resolved, layout)]
}

/** Words of a title in a narrow panel, or of a huge one, that are wider than it. */
function checkTitleWords(resolved: ResolvedSlide, { headline }: Layout): readonly Diagnostic[] {
  if (!headline || !resolved.title) return []
  const wide: WideWord[] = []
  linesOf(resolved.title.runs, { width: headline.width, size: headline.size, wide }, 600)
  return tooWideWords(resolved, wide)
}

/** As the theme sets it, from margin to margin. */
const takeawayText = { width: 1728, size: 28 }

/** A takeaway is one line. */
function checkTakeaway({ takeaway }: ResolvedSlide, { headline, name }: Layout): readonly Diagnostic[] {
  if (!takeaway || headline?.takeaway === undefined) return []
  const { width, size } = takeawayText
  const lines = linesIn(setText(takeaway.runs), { width: headline.foot ?? width, size })
  return lines > 1 ? [takeawayTooLong(lines, name, takeaway.place)] : []
}
