import { expect, test } from 'vitest'
import { row, type SmallDeck, tieSmall } from '../../../tests/tieout/small-deck.ts'

const small = (more: Partial<SmallDeck>): SmallDeck => ({
  rows: [
    row('income', '52,-38'),
    row('revenue', '100,110'),
    row('cost', '100,95'),
    row('staff', '100,95', { unit: 'persons' }),
    row('cash-flow', '-12,-20'),
  ],
  ...more,
})

const slideOf = (more: Partial<SmallDeck>): string => tieSmall(small(more)).page.html

const tile = (metric: string, more = ''): string =>
  `\`\`\`tiles\n- {metric: ${metric}, period: FY, change: yoy${more}}\n\`\`\``

test('a loss is marked as one, and its change, which is not meaningful, has no direction', () => {
  const html = slideOf({ layout: 'tiles', body: tile('income') })
  expect(html).toMatch(/class="tile-change is-level"><data [^>]*>n\.m\./)
  expect(html).toContain('class="tile is-loss"')
})

test('a rise and a fall have their direction; costs that fell do not have the colour of falls', () => {
  expect(slideOf({ layout: 'tiles', body: tile('revenue') })).toContain('class="tile-change"><data class="figure"')
  const fall = 'class="tile-change"><data class="figure is-mild" value="-5.0"'
  expect(slideOf({ layout: 'tiles', body: tile('cost') })).toContain(fall)
  expect(slideOf({ layout: 'tiles', body: tile('staff') })).toContain(fall)
})

test.each([
  ['cost', 'growth', ' is-mild'],
  ['staff', 'growth', ' is-mild'],
  ['revenue', 'growth', ''],
  ['income', 'difference', ''],
])('a title says whether the change of %s is for the worse', (metric, helper, mild) => {
  const html = slideOf({ title: `Changed by {{${helper} "${metric}" "FY"}}` })
  expect(html).toContain(`<data class="figure${mild}" value="`)
})
