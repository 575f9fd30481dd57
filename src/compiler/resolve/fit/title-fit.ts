import type { Diagnostic } from '../../../model/diagnostic.ts'
import { titleTooLong } from '../../diagnostics/visuals.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { titleLines } from '../slides/slide-room.ts'

/** Unless the layout says otherwise. */
const mostLines = 2

/** A title of more lines than its layout has room for. */
export function checkTitle(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const lines = titleLines(resolved, layout)
  const most = layout.headline?.lines ?? mostLines
  return resolved.title && lines !== undefined && lines > most
    ? [titleTooLong(lines, most, layout.name, resolved.title.place)]
    : []
}
