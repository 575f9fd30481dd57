import type { ChartModel } from '../model/chart.ts'
import type { ChartType } from './chart-type.ts'
import type { ChartTheme } from './colors/theme.ts'
import type { Box, Size } from './layout/box.ts'
import type { CategoryLayout, LegendLayout } from './layout/chart-layout.ts'
import { plotBox } from './layout/expected-marks.ts'
import { estimatedTypesetter } from './layout/letters.ts'
import { linesOfNames } from './layout/outside/slope-names.ts'
import { namedShare, officeHole, ringHole } from './layout/slice-texts.ts'
import { countOfValues, type LaidOut, lostLabels } from './losses.ts'
import { slopeLabels } from './plugins/slope-labels.ts'
import { valueLabels } from './plugins/value-labels.ts'
import { createScene, largerNames, largerSizes, type Scene } from './scene.ts'

interface Options {
  readonly type: ChartType
  readonly theme: ChartTheme
  readonly size: Size
}

/**
 * A scene in type as large as its room allows: few marks on a large field have larger names and values, unless something would
 * be lost by that. Letters are estimated, so that picture, canvas, PowerPoint and compiler decide alike.
 */
export function fittingScene(model: ChartModel, { type, theme, size }: Options): Scene {
  const options = { traits: type, theme, size, datasets: type.datasets(model) }
  const usual = createScene(model, options)
  const isSlope = type.plugins.includes(slopeLabels)
  const hasValues = type.plugins.includes(valueLabels) || type.family === 'parts'
  const larger = isSlope ? largerNames(usual) : hasValues ? largerSizes(usual) : []
  if (larger.length === 0) return usual
  const asUsual = layOut(type, usual)
  const keeps = isSlope ? keepsNames : keepsAll
  const found = larger.find((sizes) => keeps(layOut(type, createScene(model, { ...options, sizes })), asUsual))
  return found ? createScene(model, { ...options, sizes: found }) : usual
}

/** In a scene of its own: what is measured here is no layout of the chart that is drawn. */
function layOut(type: ChartType, scene: Scene): LaidOut {
  const layout = type.layout(scene, estimatedTypesetter, scene.size)
  return { type, layout, scene: { ...scene, state: { ...scene.state, layout } } }
}

const estimate = 1.06 // of a hole's width, by which an estimate may be wrong
const [leastPlot, leastRing] = [0.85, 0.96] // of the usual plot's width and height, or of a ring, which larger type leaves at least

/** Whether larger type is worth what it takes: all that is printed stays, in as many lines, and the marks keep their room. */
function keepsAll(larger: LaidOut, usual: LaidOut): boolean {
  const [own, other] = [larger.layout, usual.layout]
  if (own.labelSize < larger.scene.sizes.label || (own.decisiveSize ?? 0) < (other.decisiveSize ?? 0)) return false
  if (own.isSparse || own.legend.kind !== other.legend.kind || own.categories.kind !== other.categories.kind)
    return false
  if (linesIn(own.categories) > linesIn(other.categories) || namesIn(own.legend) > namesIn(other.legend)) return false
  if (!(larger.type.family === 'parts' ? keepsRing : keepsPlot)(larger, usual)) return false
  return lostLabels(larger).length <= lostLabels(usual).length && countOfValues(larger) >= countOfValues(usual)
}

/** Lines between names: every name stays whole and in as many lines, and between them two fifths of the width are left. */
function keepsNames(larger: LaidOut, usual: LaidOut): boolean {
  const linesOf = ({ scene }: LaidOut): number => linesOfNames(scene, estimatedTypesetter, scene.size)
  if (plotOf(larger).width < larger.scene.size.width * leastSlope || linesOf(larger) > linesOf(usual)) return false
  return lostLabels(larger).length <= lostLabels(usual).length
}

const leastSlope = 0.4

const plotOf = ({ scene, layout }: LaidOut): Box => plotBox(layout, scene.size)

function keepsPlot(larger: LaidOut, usual: LaidOut): boolean {
  const [own, other] = [plotOf(larger), plotOf(usual)]
  return own.width >= other.width * leastPlot && own.height >= other.height * leastPlot
}

/** The ring stays as large, and the part that it is about keeps its name in the middle, in office programs too. */
function keepsRing(larger: LaidOut, usual: LaidOut): boolean {
  const ringOf = (chart: LaidOut): number => Math.min(plotOf(chart).width, plotOf(chart).height)
  const isNamed = (chart: LaidOut, hole: number): boolean =>
    namedShare(chart.scene, estimatedTypesetter, ringOf(chart) * hole) !== undefined
  const keepsName = [ringHole, officeHole].every(
    (hole) => isNamed(larger, hole / estimate) || !isNamed(usual, hole * estimate),
  )
  return keepsName && ringOf(larger) >= ringOf(usual) * leastRing
}

/** The lines of the names of series beside their marks. */
const namesIn = (legend: LegendLayout): number =>
  legend.kind === 'right' ? legend.names.reduce((all, lines) => all + lines.length, 0) : 0

const linesIn = (categories: CategoryLayout): number =>
  categories.kind === 'tiers' || categories.step !== undefined
    ? Number.POSITIVE_INFINITY // crowded names are thinned out, and are crowded more in larger type
    : categories.lines.reduce((all, lines) => all + lines.length, 0)
