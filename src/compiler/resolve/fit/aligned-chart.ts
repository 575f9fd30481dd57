import { besidePlot, wayOf } from '../../../charts/sides.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { columnsAside, otherWay, sortedRows } from '../../diagnostics/chart-room.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide, ResolvedVisual } from '../slides/resolved-slide.ts'
import { slideRoom } from '../slides/slide-room.ts'

type Chart = Extract<ResolvedVisual, { readonly kind: 'chart' }>

/** By so many pixels a column may stand beside the middle of the words under it. */
const nearly = 8

/** Whether rows can stand beside the bars of a chart, or words under its columns: nothing where they can. */
export function checkAlignedChart(
  resolved: ResolvedSlide,
  layout: Layout,
  { model, place }: Chart,
): readonly Diagnostic[] {
  const way = layout.text?.under === 'charts' ? 'upright' : 'sideways'
  if (wayOf(model) !== way) return [otherWay(model.type, way, place)]
  if (way === 'sideways') return checkOrder(resolved, model)
  const classes = classesOf(resolved.parsed.source.front)
  const taken = besidePlot(model, slideRoom(resolved, layout, classes).chart)
  return taken > nearly ? [columnsAside(model.rows.length > 0, place)] : []
}

/** Rows stand in the order of the file: bars that follow their values would leave them at the next edition, words without any sign of it. */
function checkOrder({ parsed }: ResolvedSlide, { categories }: Chart['model']): readonly Diagnostic[] {
  const order = categories.map(({ label }) => label)
  return parsed.blocks.flatMap((block) =>
    block?.spec.kind === 'chart' && block.spec.spec.sort !== undefined && block.spec.spec.sort !== 'none'
      ? [sortedRows(block.spec.spec.sort, order, block.document.placeOf(['sort']))]
      : [],
  )
}
