import { mix } from '../../../../format/colors/color.ts'
import { hasText } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import { groupPieces, placeColumns } from '../../pieces/pieces.ts'
import { fitted, widthOf } from '../../text/measure.ts'
import { groupHead, textOf } from '../../text/paragraphs.ts'
import { below, beside, type SlideScope } from '../scope.ts'
import { styleOf } from '../visual-layouts.ts'

/** Rows of dots, from the edge of the field to its middle: how wide a dot is, and how much of the brand's colour it has. */
const field = [
  {
    width: 5,
    share: 0.24,
    path: 'M756 72h217M624 96h481M564 120h121M1044 120h121M528 144h97M1104 144h97M492 168h73M1164 168h73M480 192h73M1176 192h73M468 216h49M1212 216h49M468 264h49M1212 264h49M480 288h73M1176 288h73M492 312h73M1164 312h73M528 336h97M1104 336h97M564 360h121M1044 360h121M624 384h481M756 408h217',
  },
  {
    width: 7,
    share: 0.46,
    path: 'M708 120h313M648 144h433M588 168h121M1020 168h121M576 192h97M1056 192h97M540 216h97M1092 216h97M540 264h97M1092 264h97M576 288h97M1056 288h97M588 312h121M1020 312h121M648 336h433M708 360h313',
  },
  { width: 9, share: 0.46, path: 'M732 168h265M696 192h337M660 216h409M660 264h409M696 288h337M732 312h265' },
]
const terminal =
  'M84 188a12 12 0 0 1 12-12h208a12 12 0 0 1 12 12v156H84ZM48 344h304v8a24 24 0 0 1-24 24H72a24 24 0 0 1-24-24Z'
const office = 'M1428 376V88h176v288M1604 188h96v188M1396 376h332'
const marks =
  'M116 216h80M116 248h128M116 280h56M1462 136h36M1534 136h36M1462 188h36M1534 188h36M1534 240h36M1462 292h36M1534 292h36M1462 344h36M1534 344h36M1636 240h32M1636 292h32M1636 344h32'

/** Places a box of a drawing that begins where an area does. */
const placedIn =
  (area: Frame) =>
  (x: number, y: number, width: number, height: number): Frame => ({ x: area.x + x, y: area.y + y, width, height })

/** A terminal, a field of dots that a line goes through, and an office. */
function drawing({ area, look }: SlideScope): readonly Item[] {
  const at = placedIn(area)
  const line = (path: string, color: string, fill?: string, width = 5): Item => ({
    kind: 'shape',
    geometry: 'rect',
    frame: at(0, 0, 1728, 440),
    path,
    stroke: { color, width },
    ...(fill !== undefined && { fill }),
  })
  const round = (x: number, radius: number, fill: string): Item => ({
    kind: 'shape',
    geometry: 'ellipse',
    frame: at(x - radius, 240 - radius, 2 * radius, 2 * radius),
    fill,
    stroke: { color: look.accent, width: 5 },
  })
  const pale = mix(look.ground, look.brand, 0.46)
  return [
    ...field.map(
      ({ path, width, share }): Item => ({
        kind: 'shape',
        geometry: 'rect',
        frame: at(0, 0, 1728, 440),
        path,
        stroke: { color: mix(look.ground, look.brand, share), width, dash: 'sysDot' },
      }),
    ),
    line(terminal, look.brand, look.ground),
    line(office, look.brand),
    line(marks, pale),
    line('M316 240H1428', look.accent),
    round(316, 10, look.accent),
    round(1428, 10, look.accent),
    round(864, 52, look.ground),
    line('M846 234v-12a18 18 0 0 1 36 0v12', look.accent),
    { kind: 'shape', geometry: 'roundRect', frame: at(838, 234, 52, 34), fill: look.accent },
  ]
}

/** Two ends and the connection between them through a network. */
export function connection(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const at = placedIn(area)
  const style = styleOf(scope, 34, { color: look.accent, strong: look.accent, bold: true, align: 'center' })
  const words = textOf(slide.lead, style)
  const width = Math.min(520, widthOf(words) + 24)
  // No dot of the network stands behind the name.
  const name = hasText(slide.lead)
    ? [
        fitted({
          kind: 'text',
          name: 'Connection',
          frame: at(864 - width / 2, 302, width, 48),
          paragraphs: words,
          anchor: 'middle',
          fill: look.ground,
        }),
      ]
    : []
  const ends = [at(0, 392, 400, 56), at(544, 0, 640, 52), at(1364, 392, 400, 56)]
  const groups = slide.groups.slice(0, 3).flatMap((group, index): readonly Item[] => {
    const frame = ends[index]
    if (!frame) return []
    const style = styleOf(scope, 28, { heading: 32, align: 'center', strong: look.ink, plain: true })
    const paragraphs = [groupHead(group.heading.runs, style), ...textOf(group.blocks, style)]
    return [fitted({ kind: 'text', name: 'End', frame, paragraphs, anchor: 'bottom' })]
  })
  const rest = slide.groups.slice(3)
  const frames = beside(below(area, 464), rest.length, 64)
  const small = styleOf(scope, 32)
  return [
    ...drawing(scope),
    ...name,
    ...groups,
    ...frames.map(
      (frame): Item => ({ kind: 'shape', geometry: 'rect', frame: { ...frame, height: 2 }, fill: look.rule }),
    ),
    ...placeColumns(
      rest.map((group) => groupPieces(scope, group, small)),
      frames.map((frame) => below(frame, 24)),
    ),
  ]
}
