import { z } from 'zod'
import type { Reading } from '../../../model/diagnostic.ts'
import { parseDecimal } from '../../../model/rational.ts'
import type { NetFloor } from '../../../model/ties.ts'
import { checkYaml } from '../check-yaml.ts'
import { parseYaml, type YamlText } from '../yaml.ts'

/** data/net.yaml, written by `check --accept-net` and `check --publish`. */
export const netSpec = z.strictObject({
  'tied-share': z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('Per cent of the printed figures that are tied to others: a deck that falls below has an error'),
  ties: z
    .array(z.string().min(1))
    .optional()
    .describe('Definitions and ties of data/metrics.yaml: one that is gone has an error'),
  published: z
    .strictObject({ rows: z.int().nonnegative(), digest: z.string().min(1) })
    .optional()
    .describe('Rows of data/published.csv when it was last written, and the chain of the last one'),
})

/** Reads data/net.yaml: what must not get less. */
export function parseNet(source: YamlText): Reading<NetFloor | undefined> {
  const { value: document, diagnostics } = parseYaml(source)
  if (!document || document.value === null) return { value: undefined, diagnostics }
  const { value: spec, diagnostics: found } = checkYaml(document, netSpec)
  if (!spec) return { value: undefined, diagnostics: [...diagnostics, ...found] }
  const share = spec['tied-share'] === undefined ? undefined : parseDecimal(String(spec['tied-share']))?.value
  const net: NetFloor = {
    ...(share && { tiedShare: share }),
    ...(spec.ties && { ties: spec.ties.map((text, at) => ({ text, place: document.placeOf(['ties', at]) })) }),
    ...(spec.published && { published: spec.published }),
    place: document.placeOf([]),
  }
  return { value: net, diagnostics: [...diagnostics, ...found] }
}
