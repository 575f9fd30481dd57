import { expect, test } from 'vitest'
import { z } from 'zod'
import { importSpec } from '../../src/compiler/parse/imports/import-settings.ts'
import { approvalsSpec } from '../../src/compiler/parse/settings/approvals.ts'
import { deckSpec } from '../../src/compiler/parse/settings/deck-config.ts'
import { metricsSpec } from '../../src/compiler/parse/settings/metrics.ts'
import { netSpec } from '../../src/compiler/parse/settings/net.ts'
import { sourcesSpec } from '../../src/compiler/parse/settings/sources.ts'
import { waiversSpec } from '../../src/compiler/parse/settings/waivers.ts'
import { frontMatterSpec } from '../../src/compiler/parse/slides/slide-source.ts'
import { compareSpec } from '../../src/export/compare-schema.ts'
import { deckJsonSchema } from '../../src/export/deck-schema.ts'
import { databookSpec, figuresSpec, manifestSpec } from '../../src/export/handout-schemas.ts'

/** What editors complete and check while typing; the compiler reads with the same specs. */
const schemas = [
  { name: 'deck', title: 'data/deck.yaml', spec: deckSpec },
  { name: 'metrics', title: 'data/metrics.yaml', spec: metricsSpec },
  { name: 'sources', title: 'data/sources.yaml', spec: sourcesSpec },
  { name: 'waivers', title: 'data/waivers.yaml', spec: waiversSpec },
  { name: 'approvals', title: 'data/approvals.yaml', spec: approvalsSpec },
  { name: 'net', title: 'data/net.yaml', spec: netSpec },
  { name: 'import', title: 'data/import.yaml', spec: importSpec },
  { name: 'compare', title: 'what compare --json prints', spec: compareSpec },
  { name: 'handouts', title: 'manifest.json of hand-outs', spec: manifestSpec },
  { name: 'databook', title: 'the data book as JSON', spec: databookSpec },
  { name: 'figures', title: 'figures.json of a published deck', spec: figuresSpec },
  { name: 'front-matter', title: 'front matter of slides/*.md', spec: frontMatterSpec },
] as const

// `npx vitest run tests/schemas -u` writes them anew.
test.each(schemas)('schemas/$name.schema.json is what the compiler reads', async ({ name, title, spec }) => {
  const schema = { title, ...z.toJSONSchema(spec, { io: 'input', unrepresentable: 'any' }) }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../schemas/${name}.schema.json`)
})

test('schemas/deck-content.schema.json is what inspect prints', async () => {
  const schema = `${JSON.stringify(deckJsonSchema(), null, 2)}\n`
  await expect(schema).toMatchFileSnapshot('../../schemas/deck-content.schema.json')
})
