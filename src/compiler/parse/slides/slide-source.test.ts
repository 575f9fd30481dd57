import { describe, expect, it } from 'vitest'
import { parseSlideSource } from './slide-source.ts'

const parse = (text: string) => parseSlideSource('slides/160-revenues.md', `---\nlayout: points\n---\n${text}`)

describe('a slide split into its parts', () => {
  it('has its id and order from the file name', () => {
    expect(parse('Text.').value).toMatchObject({ id: 'revenues', order: '160', front: { layout: 'points' } })
  })

  it.each([
    ['Text.\n\nNote: One.\nTwo.\n', 'Text.\n\n', 'One.\nTwo.\n', 6],
    ['Note: Only this.', '', 'Only this.', 4],
    ['A note: no.\n', 'A note: no.\n', undefined, undefined],
  ])('%j is split at its notes', (text, body, notes, line) => {
    const { value: slide } = parse(text)
    expect([slide?.body.text, slide?.notes?.text, slide?.notes?.origin.line]).toEqual([body, notes, line])
  })

  it('keeps the lines of what stands after blocks and comments', () => {
    const text = 'one <!-- a\nb --> two\n```chart\ntype: column\n```\nlast'
    const lines = parse(text).value?.body.text.split('\n') ?? []
    expect(lines).toHaveLength(6)
    expect(lines[5]).toBe('last')
    expect(lines[1]).toMatch(/ two$/)
  })

  it('reads blocks with the line that their text begins on', () => {
    const { value: slide } = parse('Text.\n\n```tiles\n- {metric: a, period: Q}\n```\n')
    expect(slide?.blocks).toMatchObject([
      { kind: 'tiles', yaml: { text: '- {metric: a, period: Q}', firstLine: 7 }, place: { line: 6, column: 1 } },
    ])
  })

  it('takes Windows line ends and a byte order mark', () => {
    const { value: slide } = parseSlideSource('slides/010-a.md', '\uFEFF---\r\nlayout: points\r\n---\r\nText.\r\n')
    expect(slide?.body.text).toBe('Text.\n')
  })

  it('takes lines that end with CR alone, and counts them', () => {
    const text = '---\nlayout: points\n---\nText.\n\n```tiles\n- {metric: a, period: Q}\n```\n'.replaceAll('\n', '\r')
    const { value: slide, diagnostics } = parseSlideSource('slides/010-a.md', text)
    expect(diagnostics).toEqual([])
    expect(slide?.body.text).toMatch(/^Text\.\n/)
    expect(slide?.blocks).toMatchObject([{ kind: 'tiles', place: { line: 6, column: 1 } }])
  })

  it('finds no block in a comment, and drops comments in a block', () => {
    const { value: slide } = parse('<!--\n```chart\n```\n-->\n```table\ntable: <!-- a -->\n```\n')
    expect(slide?.blocks.map(({ kind, yaml }) => [kind, yaml.text])).toEqual([['table', 'table:           ']])
  })

  it.each([
    ['Notes: Unaudited.\n\n1. One\n', 'ambiguous "Notes:": a list follows'],
    ['Note: Unaudited.\n\n## Group\n', 'ambiguous "Note:": a heading follows'],
    ['Note:\n* One\n', 'ambiguous "Note:": a list follows'],
  ])('warns of what a reader may miss below its notes: %j', (text, message) => {
    const [found, ...others] = parse(`Text.\n${text}`).diagnostics
    expect(found?.message).toContain(message)
    expect([found?.severity, found?.place.line, others]).toEqual(['warning', 5, []])
  })

  it.each(['Note: One.\nTwo.\n', 'Note\\: One.\n\n- Two\n', '**Note:** One.\n\n- Two\n'])(
    'warns of nothing else: %j',
    (text) => {
      expect(parse(text).diagnostics).toEqual([])
    },
  )
})
