import { rolldown } from 'rolldown'

/** What Vite asks for ahead of a part stands in the one file already. */
const withoutPreloads = {
  name: 'without-preloads',
  transform: (code: string): string => code.replace(/__vite__mapDeps\(\[[\d,\s]*\]\)/g, '[]'),
}

/** A built module and all that it loads, now or later, as one module. */
export async function singleScript(entry: string): Promise<string> {
  const bundle = await rolldown({ input: entry, plugins: [withoutPreloads], logLevel: 'silent' })
  try {
    const { output } = await bundle.generate({ format: 'es', codeSplitting: false, minify: true, comments: false })
    return output[0].code
  } finally {
    await bundle.close()
  }
}
