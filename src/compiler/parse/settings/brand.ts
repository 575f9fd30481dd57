import { z } from 'zod'
import { contrast, hueDistance, mix } from '../../../format/colors/color.ts'
import type { Brand } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place, SourceFile } from '../../../model/source-file.ts'
import { lowContrast } from '../../diagnostics/brand.ts'
import { parseYaml, type YamlDocument } from '../yaml.ts'
import { type BrandColors, shipped, withDerived } from './brand-colors.ts'

const hex = z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'a colour as six hex digits, such as "#0a5aa0"' })

/** Colours by what they are for, each the custom property `--qd-…` of templates/brand.css. */
const colorsSpec = z.strictObject({
  brand: hex.optional().describe('Marks, headings, figures in headlines'),
  accent: hex.optional().describe('Only what a slide is about'),
  ink: hex.optional().describe('Text'),
  muted: hex.optional().describe('Subtitles, notes, source lines'),
  ground: hex.optional().describe('Of slides'),
  deep: hex.optional().describe('Ground of cover and section slides'),
  'on-deep': hex.optional(),
  'on-deep-muted': hex.optional(),
  'on-deep-accent': hex.optional(),
  tint: hex.optional().describe('Of cards and of the reporting period'),
  rule: hex.optional().describe('Of hairlines'),
  charts: z.array(hex).max(9).optional().describe('Slot 0 is the context grey, odd slots dark, even ones light'),
  'deep-charts': z.array(hex).max(9).optional().describe('The same on the dark ground, where odd slots are light'),
  up: hex.optional(),
  down: hex.optional(),
  total: hex.optional(),
})

const path = z.string().min(1)

/** `brand:` of data/deck.yaml: everything of a company's own look in one place. */
export const brandSpec = z.strictObject({
  colors: colorsSpec.prefault({}),
  logo: z
    .union([path, z.strictObject({ light: path, dark: path })])
    .optional()
    .describe('A picture in public/, or one for light grounds and one for dark'),
  cover: path.optional().describe('A picture in public/ that fills the cover'),
  'office-font': z.string().min(1).optional().describe('What slide programs set the text in, such as Arial'),
})

type BrandSpec = z.output<typeof brandSpec>

export function brandOf({ colors, logo, cover, 'office-font': officeFont }: BrandSpec): Brand {
  const { charts = [], 'deep-charts': deepCharts = [], up, down, total, ...plain } = colors
  const slots = (list: readonly string[], name: string): BrandColors =>
    Object.fromEntries(list.map((color, slot) => [`${name}-${slot}`, color]))
  const ofCharts = { ...slots(charts, 'chart'), 'chart-up': up, 'chart-down': down, 'chart-total': total }
  const all = withDerived({ ...plain, ...ofCharts, ...slots(deepCharts, 'deep-chart') })
  return {
    properties: Object.fromEntries(
      Object.entries(all).flatMap(([name, color]) =>
        color === undefined ? [] : [[`--qd-${name}`, color.toLowerCase()] as const],
      ),
    ),
    ...(logo && { logo: typeof logo === 'string' ? { light: logo, dark: logo } : logo }),
    ...(cover && { cover }),
    ...(officeFont && { officeFont }),
  }
}

/** Grounds and what stands on them, with the least contrast: WCAG 2.2, 1.4.3 for text, 1.4.11 for marks of charts. */
const pairs: readonly (readonly [on: string, ground: string, least: number])[] = [
  ['ink', 'ground', 7],
  ['muted', 'ground', 4.5],
  ['brand', 'ground', 4.5],
  ['brand', 'tint', 4.5],
  ['accent', 'ground', 3],
  ['on-deep', 'deep', 7],
  ['on-deep-muted', 'deep', 4.5],
  ['on-deep-accent', 'deep', 3],
]

/** Colours of the brand that cannot be read on their ground. */
export function brandContrasts({ properties }: Brand, document: YamlDocument): readonly Diagnostic[] {
  const own = (name: string): string | undefined => properties[`--qd-${name}`]
  const ground = own('ground') ?? shipped.ground ?? '#ffffff'
  const placeOf = (name: string, ...more: readonly (string | number)[]) =>
    document.placeOf(['brand', 'colors', name, ...more])
  const texts = pairs.flatMap(([on, under, least]): readonly Diagnostic[] => {
    const [color, below] = [own(on) ?? shipped[on], own(under) ?? shipped[under]]
    if ((own(on) ?? own(under)) === undefined || color === undefined || below === undefined) return []
    const given = contrast(color, below)
    const name = own(on) ? on : under
    return given < least ? [lowContrast({ color, ground: below, given, least, place: placeOf(name) })] : []
  })
  const deep = own('deep') ?? shipped.deep ?? '#0b1f33'
  const chartsOn = (list: 'charts' | 'deep-charts', property: string, under: string): readonly Diagnostic[] =>
    Array.from({ length: 9 }, (_, slot) => slot).flatMap((slot): readonly Diagnostic[] => {
      const color = properties[`--qd-${property}-${slot}`]
      const given = color === undefined ? undefined : contrast(color, under)
      if (color === undefined || given === undefined || given >= 3) return []
      return [lowContrast({ color, ground: under, given, least: 3, place: placeOf(list, slot) })]
    })
  const ofCharts = [...chartsOn('charts', 'chart', ground), ...chartsOn('deep-charts', 'deep-chart', deep)]
  return [
    ...texts,
    ...ofCharts,
    ...markContrast(own('mark') ?? own('brand'), ground, placeOf),
    ...glowContrast(properties, placeOf),
  ]
}

/** What of a colour is to be seen where nothing is to be read, in tab and progress line: as contrast, or else as a hue. */
const [leastSeen, leastHue] = [1.1, 0.05]

/** A brand's colour as it is given that cannot be seen on the ground: its shade for words is a mere grey. */
function markContrast(
  mark: string | undefined,
  ground: string,
  placeOf: (name: string) => Place,
): readonly Diagnostic[] {
  if (mark === undefined) return []
  const given = contrast(mark, ground)
  if (given >= leastSeen || hueDistance(mark, ground) >= leastHue) return []
  return [lowContrast({ color: mark, ground, given, least: leastSeen, place: placeOf('brand') })]
}

/** The lightest place of the dark ground, where the first colour of charts shines through: words stand there too. */
function glowContrast(
  properties: Brand['properties'],
  placeOf: (name: string, ...more: readonly (string | number)[]) => Place,
): readonly Diagnostic[] {
  const first = properties['--qd-glow'] ?? properties['--qd-chart-1']
  const own = (name: string): string => properties[`--qd-${name}`] ?? shipped[name] ?? '#ffffff'
  const ground = first === undefined ? undefined : mix(own('deep'), first, 0.62)
  const given = ground === undefined ? 21 : contrast(own('on-deep'), ground)
  if (ground === undefined || given >= 4.5) return []
  return [lowContrast({ color: own('on-deep'), ground, given, least: 4.5, place: placeOf('charts', 1) })]
}

/** The brand of a deck, for those who need it before a deck is compiled; its mistakes are the compiler's to report. */
export function readBrand(
  files: readonly SourceFile[],
): { readonly brand: Brand; readonly document: YamlDocument } | undefined {
  const file = files.find((each) => each.path === 'data/deck.yaml')
  if (file?.kind !== 'text' || !/^brand\s*:/m.test(file.text)) return undefined
  const document = parseYaml({ path: file.path, text: file.text }).value
  const value = document?.value
  const spec =
    typeof value === 'object' && value !== null && 'brand' in value ? brandSpec.safeParse(value.brand) : undefined
  return document && spec?.success ? { brand: brandOf(spec.data), document } : undefined
}

/** The brand as a style sheet, which follows the theme's. */
export const brandSheet = ({ properties }: Brand): string =>
  `:root{${Object.entries(properties)
    .map(([name, color]) => `${name}:${color}`)
    .join(';')}}\n`
