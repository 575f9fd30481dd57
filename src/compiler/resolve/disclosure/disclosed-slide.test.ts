import { expect, test } from 'vitest'
import { row, tieSmall } from '../../../../tests/tieout/small-deck.ts'
import { disclosedSlide } from './disclosed-slide.ts'

test.each([
  ['in the middle of a ring', 'type: doughnut\nitems: [services, goods]\nperiod: FY\nshare: services'],
  [
    'in its part of a stack',
    'type: stacked-column\nseries: [services, goods]\nperiods: [FY]\ntotals: true\nshare: services',
  ],
])('a share that a chart prints %s is printed on the slide', (_, spec) => {
  const { deck } = tieSmall({
    ...{ columns: 'FY08', rows: [row('services', '646'), row('goods', '354'), row('revenue', '1000')] },
    ...{ edition: 'public', layout: 'one-chart', body: `\`\`\`chart\n${spec}\n\`\`\`` },
  })
  const [slide] = deck.slides
  if (!slide) throw new Error('no slide')
  const { uses } = disclosedSlide(slide, { data: deck.data, find: (id) => deck.facts.get(id) })
  expect(uses.map(({ fact, text }) => `${fact} ${text}`)).toContain('share(services/revenue@FY08) 64.6%')
})
