import { describe, expect, test } from 'vitest'
import { reportFiles } from '../../src/tieout/report/report-html.ts'
import { row, tieSmall } from '../tieout/small-deck.ts'

const { deck, result, page } = tieSmall({
  rows: [row('services', '100,120')],
  title: 'Growth in **services** & `code`: *{{growth "services" "FY"}}*',
  slides: {
    '005-agenda': '---\nlayout: agenda\ntitle: Contents\n---\n',
    '008-part':
      '---\nlayout: section\ntitle: The **first** & `second` part, up {{growth "services" "FY"}}\nsection: part\n---\n',
  },
})

describe('emphasis in titles', () => {
  test('is strong, emphasis and code on the slide, in the agenda and in the foot of the section', () => {
    const [agenda = '', part = '', results = ''] = page.slides.map(({ html }) => html)
    expect(results).toMatch(
      /<h2[^>]*>Growth in <strong>services<\/strong> &amp; <code>code<\/code>: <em><data [^>]*>20\.0%<\/data><\/em><\/h2>/,
    )
    expect(part).toMatch(/<h2[^>]*>The <strong>first<\/strong> &amp; <code>second<\/code> part/)
    for (const html of [agenda, part, results]) expect(html).not.toMatch(/\*|`/)
    expect(agenda).toMatch(/<span class="agenda-title">The (?:<strong>)?first(?:<\/strong>)? &amp; /)
    expect(results).toMatch(/<p class="foot-section">The (?:<strong>)?first(?:<\/strong>)? &amp; /)
  })

  test('leaves no mark in the report, in labels, nor in the deck as data', () => {
    const report = reportFiles(deck, result).map(({ content }) => content)
    expect(report.join('\n')).toContain('Growth in services &amp; code: 20.0%')
    for (const text of [...report, page.html]) expect(text).not.toMatch(/\*\*|`code`|`second`/)
    const titles = deck.slides.map(({ title }) => title?.runs)
    expect(JSON.stringify(titles)).not.toMatch(/\*|`/)
  })
})
