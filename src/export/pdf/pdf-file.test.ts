import { expect, test } from 'vitest'
import { finishedPdf } from './pdf-file.ts'
import { pdfTexts } from './pdf-text.ts'

/** A PDF as browsers write one: objects by number from 1, and a table of their offsets. */
function printed(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  const size = objects.length + 1
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${size} /Root 1 0 R /Info 2 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}

const stream = (content: string): string => `<</Length ${content.length}>>\nstream\n${content}\nendstream`

const codes =
  'begincodespacerange <00> <FF>\n1 beginbfchar <41> <0052>\nendbfchar\n1 beginbfrange <42> <43> <0031>\nendbfrange'

const page = (content: string, ...tags: readonly [string, string]): Buffer =>
  printed([
    '<</Type /Catalog /Pages 3 0 R>>',
    '<</Producer (Skia/PDF)>>',
    '<</Type /Pages /Kids [4 0 R]>>',
    '<</Type /Page /Resources <</Font <</F1 6 0 R>>>> /Contents 5 0 R>>',
    stream(content),
    '<</Type /Font /ToUnicode 7 0 R>>',
    stream(codes),
    ...tags.map((tag) => `<</Type /StructElem /S /TH /ID (node${tag})>>`),
    `<</Names [(node${tags[0]}) 8 0 R (node${tags[1]}) 9 0 R]>>`,
  ])

const head = { title: 'T', author: 'A', language: 'en', date: '2025-05-14', outline: [], labels: ['1'] }

test('a printed page is the same file however many nodes its page had, which browsers name tags by', () => {
  const [one, other] = [page('', '00000202', '00000307'), page('', '00000200', '00000305')].map((file) =>
    finishedPdf(file, head),
  )
  expect(one).toEqual(other)
  expect(one).not.toEqual(finishedPdf(page('', '00000307', '00000202'), head)) // another order is another file
})

test('the text of a page is what its codes stand for, whatever the codes and places are', () => {
  const file = page('BT /F1 12 Tf 1 0 0 1 5 5 Tm <41> Tj 7 0 Td [<42> -20 <43>] TJ ET', '00000001', '00000002')
  expect(pdfTexts(finishedPdf(file, head))).toEqual(['R12'])
})
