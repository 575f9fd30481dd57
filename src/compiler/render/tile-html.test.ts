import { expect, test } from 'vitest'
import { row, type SmallDeck, tieSmall } from '../../../tests/tieout/small-deck.ts'

const small = (more: Partial<SmallDeck>): SmallDeck => ({
  rows: [
    row('income', '52,-38'),
    row('revenue', '100,110'),
    row('cost', '100,95'),
    row('staff', '100,95', { unit: 'persons' }),
    row('cash-flow', '-12,-20'),
    row('fees', '20,24'),
  ],
  metrics: ['fees: {label: Fees, unit: JPY mn, kind: flow, polarity: less}'],
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
  const changed = (names: string): string => `class="tile-change"><data class="${names}" value="-5.0"`
  expect(slideOf({ layout: 'tiles', body: tile('cost') })).toContain(changed('figure'))
  expect(slideOf({ layout: 'tiles', body: tile('staff') })).toContain(changed('figure is-fall'))
})

test.each([
  ['cost', 'growth', ''],
  ['fees', 'growth', ' is-fall'],
  ['staff', 'growth', ' is-fall'],
  ['revenue', 'growth', ''],
  ['income', 'difference', ' is-fall'],
  ['income', 'figure', ' is-fall'],
  ['cash-flow', 'figure', ' is-fall'],
  ['revenue', 'figure', ''],
])('a title says whether %s, as a %s, has the colour of falls', (metric, helper, names) => {
  const html = slideOf({ title: `It was {{${helper} "${metric}" "FY"}}` })
  expect(html).toContain(`<data class="figure${names}" value="`)
})

test('an author says which figure has the colour of falls, and which has not', () => {
  const title = 'Revenue fell to {{figure "revenue" "FY" tone="fall"}}, {{growth "staff" "FY" tone="plain"}} fewer'
  const html = slideOf({ title })
  expect(html).toContain('<data class="figure is-fall" value="110')
  expect(html).toContain('<data class="figure" value="-5.0"')
})
