import { expect, test } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import { contrast } from '../../format/colors/color.ts'
import { unlitColor } from '../plugins/dot-field.ts'
import { drawSvg } from '../svg/svg.ts'
import { defaultTheme, onGround } from './theme.ts'

const size = { width: 1024, height: 560 }

/** Colours that a drawing uses. */
const colorsOf = (svg: string): ReadonlySet<string> => new Set(svg.match(/#[0-9a-f]{6}\b/g))

test.each(Object.entries(samples))('%s on the dark ground uses no colour of the light one', (_, model) => {
  const [light, dark] = [drawSvg(model, defaultTheme, size), drawSvg({ ...model, ground: 'dark' }, defaultTheme, size)]
  const { deep } = defaultTheme
  const shared = new Set(
    [...deep.palette, ...Object.values(deep)].filter((color) => colorsOf(light).has(String(color))),
  )
  const ofLight = [...colorsOf(dark)].filter((color) => colorsOf(light).has(color) && !shared.has(color))
  expect(ofLight).toEqual([])
  expect(dark.replace(/#[0-9a-f]{6}\b/g, '')).toBe(light.replace(/#[0-9a-f]{6}\b/g, ''))
})

test('the dots of a field that are not lit are seen on the dark ground from afar', () => {
  const theme = onGround(defaultTheme, 'dark')
  expect(contrast(unlitColor(theme), theme.surfaceColor)).toBeGreaterThan(3.5)
})
