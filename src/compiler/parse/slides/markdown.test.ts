import { describe, expect, it } from 'vitest'
import { textsIn } from '../../../model/content.ts'
import { parseFlow, parseInlineFlow } from './markdown.ts'

const problems = (text: string): readonly string[] =>
  parseFlow(text).problems.map(({ kind, text: found, line }) => `${kind} ${found} ${line}`)

/** The words that are bold, each stretch in brackets. */
const bold = (text: string): string =>
  textsIn(parseFlow(text).blocks)
    .flatMap(({ runs }) => runs)
    .map((run) => (run.kind !== 'text' ? '' : run.strong ? `[${run.text}]` : run.text))
    .join('')

describe('emphasis', () => {
  it.each([
    ['**「増収」**を達成', '[「増収」]を達成'],
    ['売上高は**前年比10%増（過去最高）。**利益も', '売上高は[前年比10%増（過去最高）。]利益も'],
    ['**“매출”**은 늘었다', '[“매출”]은 늘었다'],
    ['营收**《年报》**显示', '营收[《年报》]显示'],
    ['**Sales** rose', '[Sales] rose'],
  ])('needs no space beside Chinese, Japanese and Korean: %s', (text, marked) => {
    expect(bold(text)).toBe(marked)
    expect(problems(text)).toEqual([])
  })

  it.each([
    ['Up **“a lot”**again', ['emphasis ** 0']],
    ['One\ntwo ** three', ['emphasis ** 1']],
    ['- a\n- **b', ['emphasis ** 1']],
    ['A __b__c', ['emphasis __ 0']],
    ['![a **b](x.png)', ['emphasis ** 0']],
    ['|a|\n|-|\n|b **|', ['emphasis ** 2']],
  ])('that is left in the text is a problem: %s', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it.each(['2 \\*\\* 3', '`a ** b`', '```\n**\n```', 'a \\_\\_ b', '***a***', '__a__', 'a * b _ c'])(
    'is none where it is escaped, code or closed: %s',
    (text) => {
      expect(problems(text)).toEqual([])
    },
  )

  it('is checked in a text of one line, too', () => {
    expect(parseInlineFlow('A **b').problems).toEqual([{ kind: 'emphasis', text: '**', line: 0 }])
  })
})

describe('the numbers of a list', () => {
  it.each([
    ['1. a\n2. b', 1],
    ['7. a\n8. b', 7],
    ['0) a\n1) b', 0],
    ['99. a', 99],
  ])('are those that were written: %j', (text, start) => {
    const [list] = parseFlow(text).blocks
    expect(list?.kind === 'list' ? (list.start ?? 1) : undefined).toBe(start)
    expect(problems(text)).toEqual([])
  })

  it.each([
    ['2019. Founded', ['number 2019. 0']],
    ['100) a', ['number 100) 0']],
    ['3. a\n4. b\n7. c', ['number 7. 2']],
    ['1. a\n1. b', ['number 1. 1']],
    ['- a\n  1. b\n  3. c\n- d', ['number 3. 2']],
    ['5. a\n   - b\n4. c', ['number 4. 2']],
    ['> 2024. a', ['number 2024. 0']],
  ])('are a problem where a list would print others: %j', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })

  it('are text where the sign is escaped', () => {
    const { blocks } = parseFlow('2019\\. Founded')
    expect(textsIn(blocks).map(({ runs }) => runs)).toEqual([[{ kind: 'text', text: '2019. Founded' }]])
    expect(problems('2019\\. Founded\n\n1. a\n\ntext\n\n1. b')).toEqual([])
  })
})
