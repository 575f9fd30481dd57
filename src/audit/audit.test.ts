import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sample } from '../../tests/long.ts'
import { enClaims } from '../language/en-claims.ts'
import { auditText } from './audit.ts'
import { faults, foundElsewhere, partnerLines } from './fixtures/faults.ts'
import { formatTextReport } from './text-report.ts'

const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}-clean.txt`, import.meta.url), 'utf8')

const otherLines = [...partnerLines, ...foundElsewhere]

describe('the audit of a plain text presentation', () => {
  it.each(['robotics', 'utility', 'retail', 'software', 'us-release', 'uk-rns', 'tanshin'])(
    'finds nothing in the clean presentation "%s", and ties most of it',
    (name) => {
      const { findings, counts } = auditText({ path: `${name}.txt`, claims: enClaims, text: read(name) })
      expect(findings).toEqual([])
      expect(counts.bound / counts.numbers).toBeGreaterThan(0.5)
    },
  )

  const all = faults.map(([name, right, wrong, rule]) => ({ name, right, wrong, rule }))
  const some = sample(all, 50, 1)
  /** One of every rule in every presentation, and of the rest a sample. */
  const cases = all.filter(
    (one, index) =>
      all.findIndex(({ name, rule }) => name === one.name && rule === one.rule) === index || some.includes(one),
  )
  it.each(cases)('finds by rule $rule the fault of "$name": $right → $wrong', ({ name, right, wrong, rule }) => {
    const text = read(name)
    expect(text).toContain(right)
    const same = [...right].findIndex((character, index) => character !== wrong[index])
    const line = text.slice(0, text.indexOf(right) + Math.max(same, 0)).split('\n').length
    const { findings } = auditText({ path: `${name}.txt`, claims: enClaims, text: text.replace(right, wrong) })
    const about = findings.filter((finding) => finding.rule.split(', ').includes(rule))
    const lines = about.map(({ place, others }) => [place, ...others].map((each) => each.line))
    const other = otherLines.find((each) => each.file === name && each.wrong === wrong)
    const isExpected = ([first, ...others]: readonly (number | undefined)[]): boolean =>
      other ? first === other.line && others.includes(other.names) : first === line
    expect(lines).toContainEqual(expect.toSatisfy(isExpected))
    if (other) expect(lines.map(([first]) => first)).not.toContain(line) // else it need not be listed
  })

  it('lists another line only for faults that there are, each once', () => {
    const seeded = faults.map(([file, , wrong]) => `${file} ${wrong}`)
    const listed = otherLines.map(({ file, wrong }) => `${file} ${wrong}`)
    expect(listed.filter((each) => !seeded.includes(each))).toEqual([])
    expect(new Set(listed).size).toBe(listed.length)
    expect(foundElsewhere.length).toBeLessThanOrEqual(2)
  })

  it('says where, what, by which arithmetic, and what to do', () => {
    const text = '- FY24 revenue was $120 million\n- Revenue in FY24: $102 million'
    const audit = auditText({ path: 'deck.txt', claims: enClaims, text })
    expect(formatTextReport(audit)).toMatchInlineSnapshot(`
      "2 of 2 numbers checked

      error[text-duplicate] deck.txt:2:20   invalid duplicate: Revenue FY24 is "$102 million" here and "$120 million" on line 1   (S3)
          $102 million (line 2) against $120 million (line 1)
          → The same digits in another order: two digits may have changed places (the difference is divisible by 9).

      deck.txt: 1 error, 0 warnings.
      2 of the numbers understood; 0 tables; 1 check, 0 ticked."
    `)
    expect(audit.diagnostics).toMatchObject([
      { code: 'text-duplicate', severity: 'error', place: { path: 'deck.txt', line: 2, column: 20 } },
    ])
  })

  it('reads ten times the text in about ten times the work', () => {
    const text = read('retail')
    const { counts } = auditText({ path: 'x', claims: enClaims, text })
    const tenfold = auditText({
      path: 'x',
      claims: enClaims,
      text: Array.from({ length: 10 }, () => text).join('\n\f\n'),
    })
    expect(tenfold.counts.numbers).toBe(counts.numbers * 10)
    expect(tenfold.findings).toEqual([])
  })

  it('survives any text', () => {
    for (const text of [
      '',
      '\n\n',
      '| | |\n|---|',
      '|||||',
      '- \n-',
      '(1',
      '# \n## ',
      '100%',
      'FY',
      '| a |\n| b |',
      '\f\f',
    ] as const) {
      expect(() => auditText({ path: 'x', claims: enClaims, text })).not.toThrow()
    }
  })
})
