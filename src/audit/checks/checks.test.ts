import { describe, expect, it } from 'vitest'
import { enClaims } from '../../language/en-claims.ts'
import { auditText } from '../audit.ts'

interface Case {
  readonly name: string
  readonly text: string
  /** Code and line of each finding expected; none for a text without fault. */
  readonly findings: readonly (readonly [string, number])[]
}

const table = (...rows: readonly string[]): string => rows.join('\n')
const cases: readonly Case[] = [
  {
    name: 'the same figure twice, one rounded',
    text: '- FY08 revenue was JPY69,731 million\n\n# B\n\n- Revenue in FY08: JPY69.7 billion',
    findings: [],
  },
  {
    name: 'the same figure twice, digits differ',
    text: '- FY08 revenue was JPY69,731 million\n\n# B\n\n- Revenue in FY08: JPY67.9 billion',
    findings: [['text-duplicate', 5]],
  },
  {
    name: 'a growth rate up here and down there',
    text: '- Cost of hosting revenue: 4Q08 : up 0.8% YoY\n- Other\n\n# B\n\n- Cost of hosting revenue: 4Q08 : down 0.8% YoY',
    findings: [['text-direction', 6]],
  },
  {
    name: 'a verb against its figure',
    text: '- Revenue in FY24 decreased to $120 million (up 4.0% YoY)',
    findings: [['text-direction', 1]],
  },
  {
    name: 'a verb with its figure',
    text: '- Revenue in FY24 increased to $120 million (up 4.0% YoY, down 1.0% organically)',
    findings: [],
  },
  {
    name: 'from a larger to a smaller figure, described as a rise',
    text: '- Backlog rose from $120 million to $102 million',
    findings: [['text-direction', 1]],
  },
  {
    name: 'a difference and a rate of opposite directions, with a witness',
    text: '# Order backlog\n\n- Down JPY1,899 million YoY (down 39.9%)\n- Down JPY657 million compared to 4Q06 (up 18.7%)',
    findings: [['text-direction', 4]],
  },
  {
    name: 'two changes that give one level',
    text: '# Order backlog\n\n- Up JPY861 million YoY (up 7.7%)\n- Up JPY6,057 million compared to 4Q06 (up 101.8%)',
    findings: [],
  },
  {
    name: 'two changes that give two levels',
    text: '# Order backlog\n\n- Up JPY861 million YoY (up 7.7%)\n- Up JPY6,057 million compared to 4Q06 (up 110.8%)',
    findings: [['text-level', 4]],
  },
  {
    name: 'growth against levels of a table',
    text: table(
      '| JPY million | FY08 | FY07 | YoY |',
      '|---|---|---|---|',
      '| Revenue | 69,731 | 66,835 | 4.3% |',
      '| Net income | 1,419 | 5,177 | 72.6% |',
    ),
    findings: [['text-growth', 4]],
  },
  {
    name: 'differences that miss by a unit of rounding',
    text: table(
      '| JPY million | FY08 | FY07 | Change |',
      '|---|---|---|---|',
      '| Inventories | 530 | 1,184 | (654) |',
      '| Receivables | 10,257 | 12,255 | (1,999) |',
    ),
    findings: [],
  },
  {
    name: 'a difference beyond rounding',
    text: table(
      '| JPY million | FY08 | FY07 | Change |',
      '|---|---|---|---|',
      '| Inventories | 530 | 1,184 | (654) |',
      '| Receivables | 10,257 | 12,255 | (1,989) |',
    ),
    findings: [['text-change', 4]],
  },
  {
    name: 'one wrong cell of an income statement, found by all that it breaks',
    text: table(
      '| $ million | % of Revenues Q4 FY24 | Q4 FY23 | YoY |',
      '|---|---|---|---|',
      '| Revenue | 18.9 | 18.5 | 2.2% |',
      '| Cost of revenue | 78.8% 14.9 | 14.2 | 4.9% |',
      '| Gross profit | 21.2% 4.0 | 4.3 | (7.0%) |',
      '| SG&A | 15.9% 2.6 | 2.5 | 20.0% |',
      '| Operating income | 5.3% 1.0 | 1.8 | (44.4%) |',
    ),
    findings: [['text-figure', 6]],
  },
  {
    name: 'quarters that sum to the year',
    text: table(
      '| EUR million | Q1 FY24 | Q2 FY24 | Q3 FY24 | Q4 FY24 | FY24 |',
      '|---|---|---|---|---|---|',
      '| Revenue | 10.1 | 11.2 | 12.3 | 13.3 | 46.9 |',
    ),
    findings: [],
  },
  {
    name: 'quarters that do not',
    text: table(
      '| EUR million | Q1 FY24 | Q2 FY24 | Q3 FY24 | Q4 FY24 | FY24 |',
      '|---|---|---|---|---|---|',
      '| Revenue | 10.1 | 11.2 | 12.3 | 13.3 | 49.6 |',
    ),
    findings: [['text-periods', 3]],
  },
  {
    name: 'an income that the quarters show as a loss',
    text: table(
      '- Equity in net income of equity method investees of JPY35 million in FY08',
      '',
      '| JPY million | 1Q08 | 2Q08 | 3Q08 | 4Q08 |',
      '|---|---|---|---|---|',
      '| Equity in net loss (income) of equity method investees | 18 | (17) | 44 | (10) |',
    ),
    findings: [['text-periods', 1]],
  },
  {
    name: 'a year smaller than one of its quarters',
    text: '- Revenue : FY08 : JPY1,346 million, 4Q08 : JPY3,280 million',
    findings: [['text-periods', 1]],
  },
  {
    name: 'a total row and its parts',
    text: table(
      '| $ million | FY24 | FY23 |',
      '|---|---|---|',
      '| North | 10 | 9 |',
      '| South | 20 | 18 |',
      '| Total | 30 | 31 |',
    ),
    findings: [['text-total', 5]],
  },
  {
    name: 'four parts of a counted total, one of which lost a digit',
    text: table(
      '- Operating loss from 4 new ventures of JPY1,272 million in FY08',
      '',
      '# Ventures',
      '',
      '- Operating loss:',
      '  - Alpha FY08 : JPY715 million',
      '  - Beta FY08 : JPY175 million',
      '  - Gamma FY08 : JPY10 million',
      '  - Delta FY08 : JPY277 million',
    ),
    findings: [['text-breakdown', 8]],
  },
  {
    name: 'an amount without its scale',
    text: table('# Notes', '', '- available-for-sale securities : JPY674 million', '- others : JPY378'),
    findings: [['text-unit', 4]],
  },
  {
    name: 'an amount without its currency',
    text: '- Operating loss : FY08 : JPY175 million, 4Q08 : 37 million',
    findings: [['text-unit', 1]],
  },
  {
    name: 'payments described as cash provided',
    text: table(
      'Net cash provided by financing activities :',
      'FY08 JPY6,573 million',
      '',
      '- Repayment of borrowings of JPY575 million',
      '- Payments for treasury stock of JPY106 million',
    ),
    findings: [['text-sign', 2]],
  },
  {
    name: 'cash flows that give the change in cash',
    text: table(
      '| $ million | FY24 |',
      '|---|---|',
      '| Net cash provided by operating activities | 50 |',
      '| Net cash used in investing activities | (30) |',
      '| Net cash used in financing activities | (10) |',
      '| Net increase in cash | 10 |',
    ),
    findings: [],
  },
  {
    name: 'cash flows that do not',
    text: table(
      '| $ million | FY24 |',
      '|---|---|',
      '| Net cash provided by operating activities | 50 |',
      '| Net cash used in investing activities | (30) |',
      '| Net cash used in financing activities | (10) |',
      '| Net increase in cash | 100 |',
    ),
    findings: [['text-cash', 3]],
  },
  {
    name: 'a label beside dates of another year',
    text: table(
      '| | FY08 (08/4 ~ 09/3) | FY07 (07/4 ~ 08/3) | FY07 (08/4 ~ 09/3) |',
      '|---|---|---|---|',
      '| Revenue | JPY 5 million | JPY 4 million | JPY 5 million |',
    ),
    findings: [['text-period', 1]],
  },
  {
    name: 'an event after the presentation described as past',
    text: 'Example Corp.\n\nJuly 8, 2009\n\n- Launched the service in December 2009\n- Will launch another in January 2010',
    findings: [['text-event', 5]],
  },
  {
    name: 'results of a year that was not over',
    text: 'Example Corp.\n\nJuly 8, 2009\n\nFY08 (08/4 ~ 09/3)\n\n# FY2009 Consolidated Results',
    findings: [['text-event', 7]],
  },
  {
    name: 'a comparison defined wrongly',
    text: 'YoY = 4Q08 compared to 4Q07\nQoQ = 4Q08 compared to 4Q07',
    findings: [['text-comparison', 2]],
  },
  {
    name: 'a ratio that changed by per cent',
    text: '- Operating margin in FY24 improved 2.8% to 14.0%',
    findings: [['text-points', 1]],
  },
  {
    name: 'an amount that changed by points',
    text: '- Revenue in FY24 was up 3 points',
    findings: [['text-points', 1]],
  },
  {
    name: 'a quarter-on-quarter change of a year',
    text: '- Revenue : FY08 : up 3.2% QoQ',
    findings: [['text-comparison', 1]],
  },
  {
    name: 'an ownership stated twice',
    text: table(
      'Example Corp.',
      '',
      'Fjord Motion AS',
      '',
      '- Established in July 2007 (68.7% consolidated subsidiary)',
      '',
      '| Company | Ownership |',
      '|---|---|',
      '| Fjord Motion AS | 69.9% |',
    ),
    findings: [['text-duplicate', 9]],
  },
  {
    name: 'a founding year against the timeline',
    text: table(
      'Example Corp.',
      '',
      '| Year | Company |',
      '|---|---|',
      '| 2004 | Alpha |',
      '| 2006 | Beta, Gamma |',
      '| 2007 | Delta Works |',
      '',
      'Delta Works Inc.',
      '',
      '- Established in April 2008',
    ),
    findings: [['text-duplicate', 11]],
  },
  {
    name: 'shares of another whole, hedges, ranges, addresses and versions',
    text: '- Around 6,500 clients, 4,000 to 5,000 yen a month, 24/7 support, ISO 9001, 3G\n- TEL: 03-5259-6500\n- Revenue of about $5 million in FY24\n- Revenue in FY24: $7 million',
    findings: [],
  },
  {
    name: 'regions, organic rates and currencies that only look alike',
    text: '- Revenue in FY24 was $120 million in Germany\n- Revenue in FY24 was $80 million in France\n- FY24 revenue up 5% at constant currency\n- FY24 revenue up 8%',
    findings: [],
  },
  {
    name: 'actual and target of one period',
    text: '- FY24 revenue target of $120 million\n- FY24 revenue of $114 million',
    findings: [],
  },
]

describe('a check of plain text', () => {
  it.each(cases)('finds what is wrong in $name', ({ text, findings }) => {
    const audit = auditText({ path: 'deck.txt', claims: enClaims, text })
    expect(audit.findings.map(({ code, place }) => [code, place.line])).toEqual(findings)
  })
})
