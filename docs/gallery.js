// Makes docs/gallery.md: a picture of every chart type and layout of docs/examples.md beside the text that makes it.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { eachSlide } from '../bench/browser.js'
import { folder, timeCommand } from '../bench/process.js'

const docs = import.meta.dirname
const pictures = join(docs, 'gallery')
const page = readFileSync(join(docs, 'examples.md'), 'utf8')

/** The blocks of a language, each with the sentence before it. */
const blocks = (/** @type {RegExp} */ fence, text = page) =>
  [...text.matchAll(fence)].map(([, text = ''], index) => ({ index, text }))
const setting = (/** @type {string} */ key, /** @type {string} */ text) =>
  new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1] ?? ''

/** @type {Map<string, number>} */
const counts = new Map()
/** @param {string} name */
function numbered(name) {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count === 1 ? name : `${name}-${count}`
}

const charts = blocks(/^```yaml\n([\s\S]*?)^```$/gm).map(({ text }) => ({
  id: numbered(`chart-${setting('type', text)}`),
  text: `\`\`\`chart\n${text}\`\`\`\n`,
  slide: `---\nlayout: one-chart\ntitle: A chart of type ${setting('type', text)}\n---\n\`\`\`chart\n${text}\`\`\`\n`,
}))
const layouts = blocks(/^````md\n([\s\S]*?)^````$/gm).map(({ text }) => ({
  id: numbered(['layout', setting('layout', text), ...setting('class', text).split(' ').filter(Boolean)].join('-')),
  text,
  slide: text,
}))
const plain = layouts.slice(0, layouts.length - blocks(/^````md\n([\s\S]*?)^````$/gm, page.split(/^## Classes$/m)[1]).length)
const all = [...charts, ...layouts]

const root = folder('gallery')
cpSync(join(docs, '../tests/golden/authoring/data'), join(root, 'data'), { recursive: true })
mkdirSync(join(root, 'slides'), { recursive: true })
mkdirSync(join(root, 'public'), { recursive: true })
writeFileSync(
  join(root, 'public', 'data-center.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080"><rect width="1920" height="1080" fill="#24425f"/>${Array.from(
    { length: 16 },
    (_, rack) =>
      Array.from(
        { length: 20 },
        (_, unit) =>
          `<rect x="${rack * 120 + 14}" y="${unit * 54 + 8}" width="92" height="40" rx="4" fill="#${(rack + unit * 3) % 7 === 0 ? '7ab8f0' : '3c5f82'}"/>`,
      ).join(''),
  ).join('')}</svg>\n`,
)
/** Drawings of the one family: lines in the brand's colour, one part in the accent. */
const drawings = {
  line: ['0 0 240 240', '<path d="M20 190C90 190 70 60 130 60S170 180 220 180"/><path d="M20 60h50M170 60h50"/>', '<circle cx="130" cy="60" r="16"/>'],
  server: ['0 0 240 240', '<rect x="50" y="20" width="140" height="200" rx="8"/><path d="M50 87h140M50 153h140M78 53h60M78 120h60"/>', '<path d="M78 187h84"/>'],
  shield: ['0 0 240 240', '<path d="M120 18l84 32v70c0 52-36 84-84 102-48-18-84-50-84-102V50z"/>', '<path d="M84 118l28 28 48-56"/>'],
  network: [
    '0 0 1728 170',
    '<path d="M116 150V40h110v110M146 70h50M146 105h50M60 150h1608M1500 150V30h150v120M1500 70h150M1500 110h150"/><circle cx="1076" cy="85" r="42"/><path d="M1034 85h84M1076 43c-30 28-30 56 0 84 30-28 30-56 0-84"/>',
    '<path d="M226 95h808M1118 85h382"/><circle cx="620" cy="95" r="14"/>',
  ],
}
for (const [name, [box, lines, part]] of Object.entries(drawings))
  writeFileSync(
    join(root, 'public', `${name}.svg`),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="none" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"><g stroke="#0a5aa0">${lines}</g><g stroke="#d8762a">${part}</g></svg>\n`,
  )
for (const [index, { id, slide }] of all.entries())
  writeFileSync(join(root, 'slides', `${(index + 1) * 10 + 100}-${id}.md`), slide)
await timeCommand('build', '--root', root, '--out', join(root, 'dist'))
rmSync(pictures, { recursive: true, force: true })
mkdirSync(pictures, { recursive: true })
await eachSlide(
  join(root, 'dist'),
  async (view, id) => void (await view.screenshot({ path: join(pictures, `${id}.png`) })),
  0.5,
)
const entry = ({ id, text } = { id: '', text: '' }) => `![${id}](gallery/${id}.png)\n\`\`\`\`md\n${text}\`\`\`\`\n`
writeFileSync(
  join(docs, 'gallery.md'),
  `# Gallery

Every chart type, layout and what classes make of layouts, as the text below each picture makes it. Made by \`npm run gallery\` from
[examples.md](examples.md).

## Charts
${charts.map(entry).join('\n')}
## Layouts
${plain.map(entry).join('\n')}
## Classes
${layouts.slice(plain.length).map(entry).join('\n')}`,
)
console.log(`${all.length} pictures in ${resolve(pictures)}`)
